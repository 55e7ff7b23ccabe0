/** For tests of anything that stands on the engine: ports in memory, and what every port must do. */
export { memoryLocks } from './memory-locks';
export { memoryRecords } from './memory-records';
export { lockConformance, recordConformance, type Expectations } from './conformance';
