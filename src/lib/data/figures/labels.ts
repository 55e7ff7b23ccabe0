/** English names of countries; the code where there is none. */
let names: Intl.DisplayNames | null = null;

export function countryLabel(code: string): string {
  names ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  try {
    return names.of(code) ?? code;
  } catch {
    return code === '' ? 'No country' : code;
  }
}
