import { WechatEdition } from '#components/WechatEdition.tsx';
import { wechatPage } from '#lib/views/wechat.ts';
import { pageRoute } from '../../../page-route.tsx';

const { Page, generateMetadata } = pageRoute(wechatPage, WechatEdition);

export { generateMetadata };
export default Page;
