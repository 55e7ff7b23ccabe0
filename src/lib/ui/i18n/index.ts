/** Texts in the person's language: see the README of `ui/`. */
export { default as Told } from './Told.svelte';
export { said, speech, t, tn, told, type Said, type Values } from './translate.svelte';
