import './styles/tokens.css';
import './styles/globals.css';
import './styles/prose.css';
import './styles/print.css';
import './styles/transitions.css';
import './styles/elements.css';
import type { ReactNode } from 'react';
import { settingsScript } from './inline-scripts.ts';

type Props = {
  /** BCP 47, such as `zh-CN`. */
  language: string;
  children: ReactNode;
};

/**
 * The whole HTML document around a page. React moves titles, meta elements and links into its head. Its global styles
 * are imported before those of any component.
 */
export function Document({ language, children }: Props) {
  return (
    // The script below changes attributes of this element before React hydrates it.
    <html lang={language} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: this is the document itself, and Next has no other element for it */}
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script dangerouslySetInnerHTML={{ __html: settingsScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
