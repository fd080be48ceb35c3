import './styles/tokens.css';
import './styles/globals.css';
import './styles/print.css';
import './styles/transitions.css';
import './styles/elements.css';
import type { ReactNode } from 'react';
import { keptSettings } from './inline-scripts.ts';

type Props = {
  /** BCP 47, such as `zh-CN`. */
  language: string;
  children: ReactNode;
};

/**
 * The whole of a page. Titles, meta and links that stand in it are moved to its head by React. Its global styles
 * come before those of any component.
 */
export function Document({ language, children }: Props) {
  return (
    // The script below sets what the reader chose before React sees the element.
    <html lang={language} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: this is the document itself, which Next has no other for */}
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script dangerouslySetInnerHTML={{ __html: keptSettings }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
