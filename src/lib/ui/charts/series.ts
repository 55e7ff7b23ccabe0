/** What a chart over time is given. */

/** A value as it is stored: decimal text for money, a number for ratios; null where there is none. */
export type PointValue = string | number | null;

export interface TimeSeries {
  readonly label: string;
  /** One for each day of the chart. */
  readonly values: readonly PointValue[];
  /** `main` stands out; `other` is compared with it; `loss` is a fall. */
  readonly tone: 'main' | 'other' | 'loss';
  /** A faint area between the line and zero. */
  readonly area?: boolean;
}

/** Something that happened on a day: a purchase, a sale, a payment. */
export interface TimeMark {
  readonly day: string;
  readonly kind: 'in' | 'out' | 'income';
  readonly label: string;
}

/** For the eye alone: a picture has fewer places than money has digits. */
export function height(value: PointValue): number | null {
  if (value === null) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
