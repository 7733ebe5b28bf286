/** Text for a page that no program of ours runs in: when its faces, and its pictures, are there. The press itself has no document. */

export const facesReady = 'document.fonts.ready.then(() => undefined)'

export const picturesReady =
  'document.fonts.ready.then(() => Promise.all([...document.images].map((image) => image.decode()))).then(() => undefined)'
