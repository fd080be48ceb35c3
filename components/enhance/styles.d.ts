// Style sheets of scripts: each is bundled as text.
declare module '#components/enhance/*.css' {
  const rules: string;
  export default rules;
}
