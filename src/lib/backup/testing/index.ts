/** What tests of this folder, and of places that others add, share. */
export { memoryPlace, type MemoryPlace } from '../places';
export { placeConformance, type PlaceCheck } from './place-conformance';
