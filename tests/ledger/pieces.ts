/** An article of a made-up publisher: its headline, its paragraphs, and a row of a table. */
export type Piece = { headline: string; paragraphs: string[]; row: [string, string] };

/** No person and no company of these exists. Each first paragraph has the figure 1024 once. */
export const pieces: Piece[] = [
  {
    headline: '某市公布上半年作品登记数量',
    paragraphs: [
      '某市版权局7月3日公布，全市上半年共登记作品1024件，比去年同期增长12.5%。其中美术作品占六成。',
      '该局负责人介绍，登记平台改版后，平均办理时间由15天缩短为4天，企业不再需要到现场提交材料。',
      '下一步，当地将在三个园区设立服务站，为小微企业提供免费咨询。',
    ],
    row: ['美术作品', '614件'],
  },
  {
    headline: '甲平台起诉乙公司侵害信息网络传播权案一审宣判',
    paragraphs: [
      '某市互联网法院一审判决乙公司赔偿甲平台经济损失1024万元，并在其网站首页刊登声明。',
      '法院认为，乙公司在热播期内提供涉案剧集的完整内容，主观恶意明显！判决书同时指出，平台应当建立有效的投诉渠道。',
      '乙公司表示不服，将在十五日内提起上诉。',
    ],
    row: ['判赔金额', '1024万元'],
  },
  {
    headline: '主管部门就数字藏品管理办法公开征求意见',
    paragraphs: [
      '主管部门日前发布《数字藏品管理办法（征求意见稿）》，全文共8章1024条，意见反馈截止时间为9月30日。',
      '征求意见稿要求平台核验发行人的权利证明，保存交易记录不少于三年；未取得授权的作品不得上链发行。',
      '业内人士认为，这一规定有助于遏制炒作，但小型平台的合规成本会上升。',
    ],
    row: ['保存期限', '3年'],
  },
  {
    headline: '图书馆联盟启动古籍数字化工程',
    paragraphs: [
      '由二十家图书馆组成的联盟宣布启动古籍数字化工程，计划五年内完成1024部善本的扫描与校勘。',
      '工程将采用统一的元数据标准，成果在网上免费开放，读者不需要注册就能阅读全部图像。',
      '首批书目已经公布，包括地方志、医书和戏曲抄本。',
    ],
    row: ['首批善本', '128部'],
  },
  {
    headline: 'Regulator opens inquiry into music licensing terms',
    paragraphs: [
      'The regulator said on Tuesday that it had opened an inquiry into the licensing terms of 1024 music catalogues.',
      'It will examine whether exclusive contracts keep smaller services out of the market, and report within nine months.',
      'Two trade bodies welcomed the step, while a third said that the terms had been negotiated freely.',
    ],
    row: ['Catalogues', '1024 件'],
  },
];
