import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'reader-settings': CustomElement;
      'item-tools': CustomElement;
      'site-search': CustomElement;
    }
  }
}
