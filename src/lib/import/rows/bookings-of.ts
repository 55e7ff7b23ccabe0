/** The transactions that one understood row stands for. */
import { decimal, type Decimal, decimalText, divide, parseDecimal, zero } from '../../domain';
import { readCurrency } from '../cells/currencies';
import type { Mapping, Meaning, TransactionType } from '../mapping/mapping';
import { settle, type Settled } from './amounts';
import type { ImportedBooking, Security } from './booking';
import type { Facts, Money, NumberReading } from './cells-of-row';
import { securityOf } from './security';
import type { WhenRead } from './row-reading';

export interface UnderstoodRow {
  readonly facts: Facts;
  readonly meaning: Meaning;
  readonly when: WhenRead;
  readonly numbers: NumberReading;
  readonly mapping: Mapping;
}

export interface Made {
  readonly bookings: readonly ImportedBooking[];
  readonly problems: readonly string[];
  readonly doubts: readonly string[];
}

const longestNote = 500;
const withoutCost = new Set<Meaning>([
  'bonus',
  'exchange',
  'unitsBySplit',
  'split',
  'deliveryIn',
  'deliveryOut',
  'delivery'
]);

export function bookingsOf(row: UnderstoodRow): Made {
  return new RowMaker(row).make();
}

class RowMaker {
  readonly #row: UnderstoodRow;
  readonly #security: Security | null;
  readonly #quantity: Decimal | null;
  readonly #price: Money | null;
  readonly #gross: Money | null;
  readonly #net: Money | null;
  readonly #fees: readonly Money[];
  readonly #taxes: readonly Money[];
  readonly #problems: string[] = [];
  readonly #doubts: string[] = [];

  constructor(row: UnderstoodRow) {
    this.#row = row;
    const { facts, numbers } = row;
    this.#security = securityOf(facts);
    this.#quantity = row.meaning === 'split' ? null : numbers.number(facts.quantity, 'number of units');
    this.#price = numbers.money(facts.price, facts.priceCurrency ?? this.#onlyCurrency(), 'price');
    this.#gross = numbers.money(
      facts.gross,
      facts.grossCurrency ?? facts.priceCurrency ?? facts.currency,
      'gross amount'
    );
    this.#net = numbers.money(facts.net, facts.currency, 'amount');
    const sign = row.mapping.costsNegative ? decimal('-1') : decimal('1');
    const costs = (
      texts: readonly (readonly [string | undefined, string | undefined])[],
      label: string
    ): readonly Money[] =>
      texts.flatMap(([text, currency]) => {
        const money = numbers.money(text, currency, label);
        return money === null || money.value.eq(zero) ? [] : [{ ...money, value: money.value.times(sign) }];
      });
    this.#fees = costs(
      [
        [facts.fees, facts.feesCurrency],
        [facts.moreFees, facts.moreFeesCurrency]
      ],
      'fee'
    );
    this.#taxes = costs(
      [
        [facts.taxes, facts.taxesCurrency],
        [facts.moreTaxes, facts.taxesCurrency]
      ],
      'tax'
    );
  }

  make(): Made {
    const bookings = this.#bookings();
    return { bookings: this.#problems.length > 0 ? [] : bookings, problems: this.#problems, doubts: this.#doubts };
  }

  #bookings(): readonly ImportedBooking[] {
    const { meaning } = this.#row;
    switch (meaning) {
      case 'buy':
      case 'sell':
      case 'trade':
        return this.#trade(meaning === 'trade' ? this.#side() : meaning);
      case 'dividend':
        return this.#income('dividend', 1);
      case 'interest':
        return this.#income('interest', 1);
      case 'interestCharge':
        return this.#income('interest', -1);
      case 'fee':
      case 'tax':
        return this.#charge(meaning, 1);
      case 'feeRefund':
      case 'taxRefund':
        return this.#charge(meaning === 'feeRefund' ? 'fee' : 'tax', -1);
      case 'deposit':
      case 'withdrawal':
      case 'cash':
        return this.#cash();
      case 'conversion':
        return this.#cashTransfer(this.#direction('transferIn', 'transferOut'));
      case 'split':
        return this.#split();
      case 'unitsBySplit':
        return this.#unitsBySplit();
      case 'incomeInKind':
        return this.#twice('interest');
      case 'reinvestment':
        return this.#quantity === null ? this.#income('dividend', 1) : this.#twice('dividend');
      case 'bonus':
        return this.#units('buy');
      case 'exchange':
        this.#doubts.push('Securities are exchanged here; what the old ones cost does not go over by itself.');
        return this.#units(this.#direction('deliveryIn', 'deliveryOut'));
      case 'transfer':
        return this.#moved(this.#direction('transferIn', 'transferOut'));
      case 'delivery':
        return this.#moved(this.#direction('deliveryIn', 'deliveryOut'));
      case 'leaveOut':
        return [];
      default:
        return this.#moved(meaning);
    }
  }

  #trade(type: 'buy' | 'sell'): readonly ImportedBooking[] {
    if (this.#security === null) this.#problems.push('It names no security.');
    if (this.#quantity === null) this.#problems.push('The number of units is missing.');
    else if (this.#quantity.eq(zero)) this.#problems.push('The number of units is zero.');
    const settled = this.#settle(type === 'buy', true);
    return settled ? this.#with(type, settled, this.#quantity) : [];
  }

  /** Income taken back is negative income, and so is interest that is paid. */
  #income(type: 'dividend' | 'interest', sign: 1 | -1): readonly ImportedBooking[] {
    const settled = this.#settle(false, false);
    if (!settled) return [];
    const back = (this.#net ?? this.#gross)?.value.lt(zero) ?? false;
    const reversal = sign === -1 || back;
    if (back && type === 'dividend')
      this.#doubts.push(...(this.#row.mapping.signed ? [] : ['The dividend is negative: it is taken back.']));
    const units = this.#quantity === null || this.#quantity.eq(zero) ? null : this.#quantity;
    return this.#with(
      type,
      reversal ? { ...settled, gross: settled.gross.neg() } : settled,
      type === 'dividend' ? units : null
    );
  }

  /** In a file that writes money going out with a minus, a fee without one is given back. */
  #charge(type: 'fee' | 'tax', sign: 1 | -1): readonly ImportedBooking[] {
    const column = type === 'fee' ? this.#fees : this.#taxes;
    const amount =
      [this.#net, this.#gross].find((money) => money !== null && !money.value.eq(zero)) ?? column[0] ?? null;
    if (amount === null || amount.value.eq(zero)) {
      this.#problems.push('Nothing tells the amount.');
      return [];
    }
    const currency = amount.currency ?? this.#onlyCurrency() ?? this.#row.mapping.currency;
    const code = currency === null || currency === undefined ? null : readCurrency(currency)?.code;
    if (!code) {
      this.#problems.push('Nothing tells the currency.');
      return [];
    }
    const fromColumn = amount === column[0];
    const refunded =
      sign === -1 || (fromColumn ? amount.value.lt(zero) : this.#row.mapping.signed && amount.value.gt(zero));
    const gross = refunded ? amount.value.abs().neg() : amount.value.abs();
    return [this.#booking(type, { gross, currency: code })];
  }

  #cash(): readonly ImportedBooking[] {
    const { meaning, mapping } = this.#row;
    const named = meaning === 'cash' ? null : meaning === 'deposit' ? 'deposit' : 'withdrawal';
    const bySign = (this.#net ?? this.#gross)?.value.lt(zero) ? 'withdrawal' : 'deposit';
    const type = named === null || (mapping.signed && this.#net !== null && !this.#net.value.eq(zero)) ? bySign : named;
    if (named !== null && type !== named)
      this.#doubts.push(`It is called ‘${this.#row.facts.type ?? ''}’, and its sign says the opposite.`);
    const settled = this.#settle(type === 'withdrawal', false);
    if (!settled) return [];
    if (settled.gross.eq(zero)) this.#problems.push('The amount is zero.');
    return this.#with(type, settled, null, null);
  }

  #cashTransfer(type: 'transferIn' | 'transferOut'): readonly ImportedBooking[] {
    const settled = this.#settle(type === 'transferOut', false);
    return settled ? this.#with(type, settled, null, null) : [];
  }

  /** Units, or cash where no security is named. */
  #moved(type: TransactionType): readonly ImportedBooking[] {
    if (this.#security !== null && this.#quantity !== null) return this.#units(type);
    if (this.#security !== null && type !== 'openingBalance') this.#problems.push('The number of units is missing.');
    if (type === 'deliveryIn') return this.#cashTransfer('transferIn');
    if (type === 'deliveryOut') return this.#cashTransfer('transferOut');
    const settled = this.#settle(type === 'transferOut', false);
    return settled ? this.#with(type, settled, null, null) : [];
  }

  #units(type: TransactionType): readonly ImportedBooking[] {
    if (this.#security === null) this.#problems.push('It names no security.');
    if (this.#quantity === null || this.#quantity.eq(zero)) this.#problems.push('The number of units is missing.');
    const free = this.#row.meaning === 'bonus';
    const known = !free && (this.#gross ?? this.#net ?? this.#price) !== null;
    const settled = known ? this.#settle(true, false) : this.#free();
    return settled ? this.#with(type, settled, this.#quantity) : [];
  }

  /** Units that arrive or go without money. */
  #free(): Settled | null {
    const { mapping } = this.#row;
    const currency =
      this.#price?.currency ??
      this.#net?.currency ??
      readCurrency(this.#onlyCurrency() ?? '')?.code ??
      mapping.currency;
    if (currency === null) {
      this.#problems.push('Nothing tells the currency.');
      return null;
    }
    return {
      currency,
      price: this.#row.meaning === 'bonus' ? zero : null,
      gross: zero,
      fees: zero,
      taxes: zero,
      settled: null,
      apart: [],
      doubts: []
    };
  }

  #split(): readonly ImportedBooking[] {
    const text = this.#row.facts.quantity ?? '';
    const parts = /^(\d+(?:[.,]\d+)?)\s*(?::|\/|for)\s*(\d+(?:[.,]\d+)?)$/i.exec(text);
    const ratio = parts
      ? divide(decimal((parts[1] ?? '').replace(',', '.')), decimal((parts[2] ?? '').replace(',', '.')))
      : this.#row.numbers.number(text, 'ratio of the split');
    if (ratio === null || ratio.lte(zero)) this.#problems.push('The ratio of the split is missing.');
    const currency = this.#free()?.currency;
    if (ratio === null || currency === undefined) return [];
    return [{ ...this.#booking('split', { gross: zero, currency }), quantity: decimalText(ratio) }];
  }

  #unitsBySplit(): readonly ImportedBooking[] {
    if (this.#quantity === null || this.#quantity.eq(zero)) return this.#split();
    const currency = this.#free()?.currency;
    if (this.#security === null) this.#problems.push('It names no security.');
    if (currency === undefined) return [];
    return [{ ...this.#booking('split', { gross: zero, currency }), unitsAdded: decimalText(this.#quantity) }];
  }

  /** Income, and the units that it bought at once. */
  #twice(income: 'interest' | 'dividend'): readonly ImportedBooking[] {
    if (this.#security === null) this.#problems.push('It names no security.');
    if (this.#quantity === null || this.#quantity.eq(zero)) this.#problems.push('The number of units is missing.');
    const settled = this.#settle(true, true);
    if (!settled) return [];
    const bare = { ...settled, fees: zero, taxes: zero, apart: [] };
    return [...this.#with(income, { ...bare, price: null }, null), ...this.#with('buy', settled, this.#quantity)];
  }

  #with(
    type: TransactionType,
    settled: Settled,
    quantity: Decimal | null,
    security: Security | null = this.#security
  ): readonly ImportedBooking[] {
    this.#doubts.push(...settled.doubts);
    const { gross, fees, taxes, currency, price } = settled;
    const units = quantity?.abs() ?? null;
    const perUnit = units === null || units.eq(zero) ? null : (price ?? unitPrice(gross, units));
    const booking: ImportedBooking = {
      ...this.#booking(type, { gross, currency, security }),
      quantity: units && decimalText(units),
      price: perUnit && decimalText(perUnit),
      fees: fees.eq(zero) ? null : decimalText(fees),
      taxes: taxes.eq(zero) ? null : decimalText(taxes),
      settled: settled.settled
    };
    const apart = settled.apart.map(({ currency: own, amount }) => ({
      ...this.#booking('fee', { gross: amount, currency: own, security })
    }));
    return [booking, ...apart];
  }

  #booking(
    type: TransactionType,
    { gross, currency, security = this.#security }: { gross: Decimal; currency: string; security?: Security | null }
  ): ImportedBooking {
    const { facts, when } = this.#row;
    return {
      type,
      date: when.date,
      time: when.time,
      account: facts.account ?? '',
      security: security && (security.currency === '' ? { ...security, currency } : security),
      quantity: null,
      price: null,
      gross: decimalText(gross),
      fees: null,
      taxes: null,
      currency,
      settled: null,
      note: (facts.note ?? '').slice(0, longestNote)
    };
  }

  #settle(onTop: boolean, isTrade: boolean): Settled | null {
    const { facts, mapping, meaning, numbers } = this.#row;
    const fxRate =
      facts.fxRate === undefined ? null : parseDecimal(numbers.number(facts.fxRate, 'exchange rate')?.toFixed());
    const settled = settle({
      quantity: this.#quantity,
      price: this.#price,
      gross: this.#gross,
      net: this.#net,
      fees: this.#fees,
      taxes: this.#taxes,
      fxRate,
      currency: readCurrency(this.#onlyCurrency() ?? '')?.code ?? mapping.currency,
      isTrade,
      onTop
    });
    if (!('problem' in settled)) return settled;
    if (withoutCost.has(meaning) && settled.problem === 'Nothing tells the amount.') return this.#free();
    this.#problems.push(settled.problem);
    return null;
  }

  /** The file's currency column, where price and amount have no other of their own. */
  #onlyCurrency(): string | undefined {
    const { facts } = this.#row;
    return facts.currency ?? facts.priceCurrency;
  }

  /** Units that go are sold; else money that goes buys, where the file writes money that goes with a minus. */
  #side(): 'buy' | 'sell' {
    if (this.#quantity?.lt(zero)) return 'sell';
    if ((this.#net ?? this.#gross)?.value.lt(zero)) return 'buy';
    return this.#row.mapping.signed ? 'sell' : 'buy';
  }

  /** By the sign of what moves: units of a security, else money. */
  #direction<In, Out>(into: In, out: Out): In | Out {
    const units = this.#security === null ? null : this.#quantity;
    return (units ?? (this.#net ?? this.#gross)?.value)?.lt(zero) ? out : into;
  }
}

function unitPrice(gross: Decimal, units: Decimal): Decimal | null {
  return gross.eq(zero) ? null : divide(gross.abs(), units).round(8);
}
