import { type Reported, reportAddress } from '#lib/site/report-address.ts';

/**
 * The address at which a reader reports an error in an item, with the item's title and address filled in. The head
 * of every page says where reports go. @returns `undefined` where the publication gives no address
 */
export function reportAddressHere(item: Reported): string | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[rel=help]');
  if (link === null) return undefined;
  const { protocol, pathname, href } = new URL(link.href);
  const isMail = protocol === 'mailto:';
  return reportAddress(
    isMail ? { email: decodeURIComponent(pathname) } : { url: link.dataset.to ?? href },
    item,
  );
}
