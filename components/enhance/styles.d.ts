// Bundled as text by `app/scripts`.
declare module '#components/enhance/settings-panel.css' {
  const rules: string;
  export default rules;
}
declare module '#components/enhance/key-list.css' {
  const rules: string;
  export default rules;
}
declare module '#components/enhance/citations.css' {
  const rules: string;
  export default rules;
}
