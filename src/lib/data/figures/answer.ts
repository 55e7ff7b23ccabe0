/** Answers each question of the screens from the ledger. */
import type { AnswerTo, FigureAnswer, FigureQuestion } from '../../domain';
import type { Ledger } from './ledger';
import { accounts } from './questions/accounts';
import { allocation } from './questions/allocation';
import { assetFigures } from './questions/asset';
import { holdings } from './questions/holdings';
import { income } from './questions/income';
import { overview } from './questions/overview';
import { performance } from './questions/performance';
import { transactions } from './questions/transactions';
import { Valuation } from './valuation';

export function answerFigures<Q extends FigureQuestion>(ledger: Ledger, question: Q): AnswerTo<Q> {
  return answer(Valuation.on(ledger, question.day), question) as AnswerTo<Q>;
}

function answer(valuation: Valuation, question: FigureQuestion): FigureAnswer {
  switch (question.ask) {
    case 'overview':
      return overview(valuation, question.period);
    case 'holdings':
      return holdings(valuation, question.period, question.closed);
    case 'asset':
      return assetFigures(valuation, question.id, question.period);
    case 'accounts':
      return accounts(valuation);
    case 'transactions':
      return transactions(valuation, question);
    case 'performance':
      return performance(valuation, question.period, question.scope, question.benchmark);
    case 'income':
      return income(valuation, question.year);
    case 'allocation':
      return allocation(valuation, question.by);
  }
}
