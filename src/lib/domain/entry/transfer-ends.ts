/** The two ends of one transfer between own accounts, when one of them is edited. */

type Fields = Readonly<Record<string, unknown>>;

const alike = ['date', 'assetId', 'quantity', 'note'] as const;
const money = ['gross', 'currency'] as const;

/**
 * What changes at the other end, so that what both ends said alike they go on saying alike: the day, the units, and the
 * amount where both are in one currency. What differed between them stays as it was; fees belong to one end.
 */
export function otherEndFields(before: Fields, after: Fields, other: Fields): Record<string, unknown> {
  // No longer the end of a transfer: the other one stays alone.
  if (after['type'] !== before['type']) return {};
  const sameMoney = money.every((field) => before[field] === other[field]);
  const followed = [...alike.filter((field) => before[field] === other[field]), ...(sameMoney ? money : [])];
  return Object.fromEntries(
    followed.filter((field) => after[field] !== other[field]).map((field) => [field, after[field]])
  );
}
