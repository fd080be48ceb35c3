/** What is to be printed, and where. */
export type Job = {
  /** The project's folder. */
  root: string;
  content: string;
  out: string;
  /** Where parsed issues and printed pages are kept. */
  cache: string;
  /** The key that IndexNow asks the site for, if it has one. */
  indexNowKey: string | undefined;
  /** A sitemap's file or address, or a git revision: every page that was public then has to be reached still. */
  publicBefore: string | undefined;
};
