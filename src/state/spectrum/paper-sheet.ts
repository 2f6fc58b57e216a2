import { measureWith, paintScene } from './paint-scene';
import { PAPER } from './paper-style';
import type { MeasureText, Scene } from './scene';
import { sceneSvg } from './scene-svg';

/** Pixels of an image to a pixel of the drawing: 300 to an inch when printed 8 inches wide. */
export const IMAGE_DENSITY = 2;

export type PictureFormat = 'png' | 'svg';

/** Makes files of drawings. */
export interface PaperSheet {
  readonly measure: MeasureText;
  /**
   * @param words the file's name without its ending, and the title of an SVG
   * @returns null where the browser cannot make an image
   */
  readonly file: (
    scene: Scene,
    format: PictureFormat,
    words: { readonly name: string; readonly title: string },
  ) => Promise<File | null>;
}

/** Opens a sheet for drawings. Null where the browser has no canvas. */
export function openSheet(): PaperSheet | null {
  const surface = document.createElement('canvas');
  const context = surface.getContext('2d');
  if (context === null) return null;
  return {
    measure: measureWith(context, PAPER.fontFamily),
    async file(scene, format, { name, title }) {
      if (format === 'svg') {
        const svg = sceneSvg(scene, PAPER, title);
        return new File([svg], `${name}.svg`, { type: 'image/svg+xml' });
      }
      surface.width = Math.round(scene.width * IMAGE_DENSITY);
      surface.height = Math.round(scene.height * IMAGE_DENSITY);
      paintScene(context, scene, PAPER, IMAGE_DENSITY);
      const image = await new Promise<Blob | null>((resolve) =>
        surface.toBlob(resolve, 'image/png'),
      );
      return image && new File([image], `${name}.png`, { type: 'image/png' });
    },
  };
}
