declare global {
  /** The version in package.json, put in by the build. */
  const __APP_VERSION__: string;
  /** The newest data version of the registry, put in by the build. */
  const __DATA_VERSION__: string;
  /** The changelog's entries of this app version, put in by the build. */
  const __CHANGES__: readonly string[];
}
export {};
