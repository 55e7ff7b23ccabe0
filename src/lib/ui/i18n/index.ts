/** Texts in the person's language: see the README of `ui/`. */
export { default as Told } from './Told.svelte';
export { Sentences } from './retell';
export { said, speech, t, tn, type Said, type Values } from './translate.svelte';
