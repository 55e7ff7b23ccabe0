import { error } from '@sveltejs/kit';

/** The gallery exists in development and in the build that pictures are made of; elsewhere its code is left out. */
export async function load({ params }) {
  if (import.meta.env.DEV || import.meta.env.VITE_GALLERY === 'yes') {
    const { Gallery, scenes } = await import('$lib/ui/gallery');
    const make = params.scene === undefined ? undefined : scenes.get(params.scene);
    if (params.scene !== undefined && make === undefined) error(404, 'No such scene');
    return { Gallery, names: [...scenes.keys()], scene: make?.() };
  }
  error(404, 'Not found');
}
