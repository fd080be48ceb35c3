import type { TimedSentence } from '../../sentences.ts';
import type { Candidate } from './candidates.ts';

/** What games and shops call their offers too. */
const HEADS =
  /^(?:活动|盛典|盛会|之夜|嘉年华|购物节|采购节|庙会|灯会|市集|集市|夜市|专场|大集)$|季$|活动$/u;

/** Words of games and shops: 玩家可领取限定皮肤, 跨店每满300减50. */
const SALE =
  /玩家|皮肤|道具|开服|公测|抽卡|副本|(?:游戏|手游|网游|端游|页游)(?:《|□|内|中|版本|将|于|推出|上线|更新)|满减|满\d{1,5}元?[减送]|买[一二两三]送?赠?|跨店|促销|大促|领券|优惠券|红包|打折|\d折|下单|直播间|[电网]商平台|购物平台|旗舰店|专卖店|门店|茶饮店|带货/u;

/** Whether a name is that of an offer in a game or a shop, and not of a gathering. */
export function isOffer({ head }: Candidate, { masked }: TimedSentence): boolean {
  return HEADS.test(head) && SALE.test(masked);
}
