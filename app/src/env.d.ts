/** The release of the app, told with every request. */
declare const __VERSION__: string;

declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module "*.css";
