import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';

/** A square picture of the site's icon. */
export type Icon = {
  /** Width and height in px. */
  size: number;
  type: 'ico' | 'png';
  /** The path of the SVG that it is drawn from. */
  drawing: string;
};

/**
 * The icons that browsers ask for at fixed addresses. Both are drawn from the icon in `public/`, so that a publication
 * changes one file.
 */
export function iconFiles(): FileSource<'icon', Icon>[] {
  return [
    iconFile(paths.faviconIco(), 'image/x-icon', { size: 32, type: 'ico' }),
    iconFile(paths.touchIcon(), 'image/png', { size: 180, type: 'png' }),
  ];
}

function iconFile(
  path: string,
  type: string,
  icon: Omit<Icon, 'drawing'>,
): FileSource<'icon', Icon> {
  const drawing = paths.favicon();
  return {
    path,
    kind: 'icon',
    type,
    writer: 'icon',
    props: () => ({ ...icon, drawing }),
    reads: () => [drawing],
  };
}
