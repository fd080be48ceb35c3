import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'clip-list': CustomElement;
      'copy-button': DetailedHTMLProps<
        HTMLAttributes<HTMLElement> & { of: string; rich?: '' },
        HTMLElement
      >;
      'item-tools': CustomElement;
      'print-page': CustomElement;
      'read-aloud': CustomElement;
      'reader-settings': CustomElement;
      'site-search': CustomElement;
      'sort-table': CustomElement;
    }
  }
}
