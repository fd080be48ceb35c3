// Style sheets of scripts: each is bundled as text.
declare module '#components/enhance/*.css' {
  const rules: string;
  export default rules;
}
declare module '#components/enhance/citations.css' {
  const rules: string;
  export default rules;
}
declare module '#components/enhance/watch-count.css' {
  const rules: string;
  export default rules;
}
