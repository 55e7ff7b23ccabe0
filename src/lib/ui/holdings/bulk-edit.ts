/** The same change to many assets, as one step. */
import type { HoldingLine, RecordWrite } from '../../app/contract';

/** What is to become of the chosen assets; null and empty leave things as they are. */
export interface BulkChange {
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
  /** Empty text: no sector. */
  readonly sector: string | null;
  readonly accountId: string | null;
  readonly isActive: boolean | null;
  readonly isIncluded: boolean | null;
}

export const noChange: BulkChange = {
  addTags: [],
  removeTags: [],
  sector: null,
  accountId: null,
  isActive: null,
  isIncluded: null
};

/** `Taxable, long term` → two tags. */
export function tagsOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[,;\n]/)
        .map((tag) => tag.trim())
        .filter(Boolean)
    )
  ];
}

/** Tags that any of them has, in the order of the alphabet. */
export function tagsAmong(lines: readonly HoldingLine[]): readonly string[] {
  return [...new Set(lines.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
}

/** One write for each asset that differs from what is wished; the others are not touched. */
export function writesFor(lines: readonly HoldingLine[], change: BulkChange): readonly RecordWrite[] {
  return lines.flatMap((line): RecordWrite[] => {
    const tags = [
      ...line.tags.filter((tag) => !change.removeTags.includes(tag)),
      ...change.addTags.filter((tag) => !line.tags.includes(tag))
    ];
    const fields = {
      ...(tags.join('\n') === line.tags.join('\n') ? {} : { tags }),
      ...(change.sector === null || change.sector === (line.sector ?? '')
        ? {}
        : { sector: change.sector || undefined }),
      ...(change.accountId === null || change.accountId === line.accountId ? {} : { accountId: change.accountId }),
      ...(change.isActive === null || change.isActive === line.isActive ? {} : { isActive: change.isActive }),
      ...(change.isIncluded === null || change.isIncluded === line.isIncluded
        ? {}
        : { isIncludedInPortfolio: change.isIncluded })
    };
    return Object.keys(fields).length === 0 ? [] : [{ op: 'patch', store: 'assets', id: line.id, fields }];
  });
}
