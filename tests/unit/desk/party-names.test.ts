import { describe, expect, test } from 'vitest';
import { certainNamesOf, namesOf } from '#lib/desk/cases/parties/party-names.ts';

const unknown = () => false;

describe('the names of parties', () => {
  test.each([
    ['影业甲、云岫科技', ['影业甲', '云岫科技']],
    ['赖某等三被告', ['赖某']],
    ['三名作家', ['作家']],
    ['独立厂牌Rowan Lane Records又', ['Rowan Lane Records']],
    ['作家权益组织“鹅毛笔联盟”与', ['鹅毛笔联盟']],
    ['海云广播、明月放送两家地方电视台', ['海云广播', '明月放送']],
    ['《北岸邮报》等三家报纸', ['北岸邮报']],
    ['金某利用改装设备', ['金某']],
    ['版画家沈砚秋', ['沈砚秋']],
    ['文创企业青瓷里', ['青瓷里']],
    ['小说家拉维·森', ['拉维·森']],
    ['赤狐游戏公司配乐侵权', ['赤狐游戏公司']],
    ['米壳网络短剧改编权纠纷', ['米壳网络']],
    ['云岫科技“换脸搬运”', ['云岫科技']],
    ['网站运营公司“纸鸢”', ['纸鸢']],
    ['阿甲、速乙等平台的189家网店', ['网店']],
    ['准许杭州弥笙网络', ['杭州弥笙网络']],
    ['林姓工程师', ['林姓工程师']],
  ])('of %s', (words, names) => {
    expect(namesOf(words)).toEqual(names);
  });

  test.each([
    '自行撤诉',
    '上月',
    '支付55万元告终',
    '公开道歉并',
    '吴某同日被不羁押，',
    '是100亿韩元',
    '额由新台币',
    '全部有罪',
    '记者',
    '餐饮公司',
    '一审法院',
    '删除版权管理信息的主张',
  ])('are not in %s', (words) => {
    expect(namesOf(words)).toEqual([]);
  });

  test('are certain by their form, or by the words before them', () => {
    expect(certainNamesOf('云岫科技', unknown)).toEqual(['云岫科技']);
    expect(certainNamesOf('插画师陆稚禾', unknown)).toEqual(['陆稚禾']);
    expect(certainNamesOf('陆稚禾', unknown)).toEqual([]);
    expect(certainNamesOf('陆稚禾', (name) => name === '陆稚禾')).toEqual(['陆稚禾']);
  });
});
