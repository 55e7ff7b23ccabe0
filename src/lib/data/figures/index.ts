/**
 * Figures of the portfolio: every question of the screens, answered from columns that are built from the stored records
 * in one pass and kept while the data is as it was.
 *
 * ```ts
 * const keeper = new LedgerKeeper({ history, environment }); // one for each worker; the caller holds `ww:db`, shared
 * const figures = answerFigures(await keeper.ledger(standing), { ask: 'accounts', day: '2024-06-28' });
 * ```
 */
export { answerFigures } from './answer';
export type { Ledger } from './ledger';
export { LedgerKeeper, type KeeperPorts } from './keeper';
export { noteChange, type ChangedRow } from './noted-changes';
export { warmUp } from './warm-up';
