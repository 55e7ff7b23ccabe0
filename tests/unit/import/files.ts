/** Small files of the shapes that brokers and trackers export, all made up. */

export function lines(...rows: readonly string[]): string {
  return rows.join('\n');
}

export function fileOf(text: string): Blob {
  return new Blob([text]);
}

export const trading212 = lines(
  'Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Result,Currency (Result),Total,Currency (Total),Withholding tax,Currency (Withholding tax),Notes,ID,Currency conversion fee,Currency (Currency conversion fee)',
  'Deposit,2024-01-02 09:00:00.1,,,,,,,,,,500.00,"EUR",,,"Bank",d-1,,',
  'Market buy,2024-01-03 10:00:00,US0000000011,AAA,"Aaa Inc",2.0000000000,50.00,USD,1.10000,,"EUR",91.09,"EUR",,,,EOF1,0.18,EUR',
  'Market buy,2024-01-03 10:00:00,US0000000011,AAA,"Aaa Inc",2.0000000000,50.00,USD,1.10000,,"EUR",91.09,"EUR",,,,EOF1,0.18,EUR',
  'Dividend (Dividend),2024-02-01 12:00:00,US0000000011,AAA,"Aaa Inc",4.0000000000,0.85,USD,Not available,,,3.10,"EUR",0.60,USD,,,,',
  'Stock split close,2024-03-01 07:00:00,US0000000011,AAA,"Aaa Inc",,EOF7,4.0000000000,50,USD,1.1,0.00,"EUR",200.00,"EUR",,,,',
  'Stock split open,2024-03-01 07:00:00,US0000000011,AAA,"Aaa Inc",,EOF8,8.0000000000,25,USD,1.1,,"EUR",200.00,"EUR",,,,',
  'Interest on cash,2024-03-02 07:00:00,,,,,,,,,,0.42,"EUR",,,"Interest on cash",i-1,,'
);

export const degiro = lines(
  'Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id',
  '05-01-2024,09:00,05-01-2024,,,iDEAL Deposit,,EUR,"100,00",EUR,"100,00",',
  '05-01-2024,09:00,05-01-2024,,,Reservation iDEAL / Sofort Deposit,,EUR,"-100,00",EUR,"0,00",',
  '08-01-2024,10:00,08-01-2024,FLATEX EURO BANKACCOUNT,NLFLATEXACNT,Degiro Cash Sweep Transfer,,EUR,"5,00",EUR,"5,00",',
  '09-01-2024,16:00,09-01-2024,AAA CORP,US0000000011,Valuta Creditering,"1,0800",USD,"54,00",USD,"0,00",aaaaaaaa-bbbb-',
  ',,,,,,,,,,,cccc-dddddddddddd',
  '09-01-2024,16:00,09-01-2024,AAA CORP,US0000000011,Valuta Debitering,,EUR,"-50,00",EUR,"49,00",aaaaaaaa-bbbb-cccc-dddddddddddd',
  '09-01-2024,16:00,09-01-2024,AAA CORP,US0000000011,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-1,00",EUR,"49,00",aaaaaaaa-bbbb-cccc-dddddddddddd',
  '09-01-2024,16:00,09-01-2024,AAA CORP,US0000000011,"Koop 2 @ 27 USD",,USD,"-54,00",USD,"-54,00",aaaaaaaa-bbbb-cccc-dddddddddddd',
  '12-02-2024,07:00,12-02-2024,AAA CORP,US0000000011,Dividend,,USD,"2,00",USD,"2,00",',
  '12-02-2024,07:01,12-02-2024,AAA CORP,US0000000011,Dividendbelasting,,USD,"-0,30",USD,"1,70",',
  '13-02-2024,08:00,12-02-2024,,,Valuta Creditering,,EUR,"1,56",EUR,"50,56",',
  '13-02-2024,08:00,12-02-2024,,,Valuta Debitering,"1,0897",USD,"-1,70",USD,"0,00",',
  '20-02-2024,08:00,20-02-2024,BBB NV,NL0000000013,"Verkoop 3 @ 5,416 EUR",,EUR,16.25,EUR,66.81,eeeeeeee-ffff-0000-111111111111',
  '21-02-2024,08:00,21-02-2024,CCC PLC,GB0000000027,"Sell 4 CCC@496 GBX (GB0000000027)",,GBP,"19,84",GBP,"19,84",22222222-ffff-0000-111111111111'
);

export const schwab = lines(
  '"Transactions  for account XXXX-1234 as of 03/01/2024"',
  'Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount',
  '01/16/2024,Buy,AAA,AAA CORP,10,"$1,680.50",$1.00,"-$16,806.00"',
  '01/17/2024 as of 01/12/2024,Stock Split,AAA,AAA CORP,90,,,',
  '01/10/2024,Buy,AAA,AAA CORP,10,$100.00,,"-$1,000.00"',
  '01/31/2024,Reinvest Dividend,SPX,SPX INDEX ETF,,,,$694.48',
  '02/01/2024,Reinvest Shares,SPX,SPX INDEX ETF,1.6531,$420.10,,-$694.48',
  '02/02/2024,Advisor Fee,,TO ADVISOR,,,,-$26.58',
  '02/02/2024,Advisor Fee,,TO ADVISOR,,,,-$26.58',
  '02/03/2024,Foreign Tax Paid,AAA,AAA CORP,,,,-$1.30',
  '02/04/2024,MoneyLink Transfer,,Tfr BANK,,,,-$30.00',
  '02/05/2024,Spin-off,BBB,BBB CORP,3,,,',
  'Transactions Total,,,,,,,"-$17,168.40"'
);

export const swissquote = lines(
  'Date;Order #;Transaction;Symbol;Name;ISIN;Quantity;Unit price;Costs;Accrued Interest;Net Amount;Balance;Currency',
  "09-08-2022 12:22:24;113885172;Buy;XWU;World Utilities UCITS ETF;IE0000000016;640.0;31.255;44.35;0.00;-20'047.55;8614.40;CHF",
  '23-08-2022 12:00:25;114723639;Forex credit;;;;1.0;1995.39;0.00;0.00;1995.39;2937.32;EUR',
  '23-08-2022 12:00:25;114723639;Forex debit;;;;1.0;2000.00;0.00;0.00;-2000.00;166660.08;USD',
  '24-08-2022 07:00:15;00000000;Debit;;;;1.0;2000.00;2.00;0.00;-2002.00;6612.40;CHF',
  '30-06-2022 18:01:13;00000000;Custody Fees;;;;1.0;50.00;3.85;0.00;-53.85;28197.90;CHF',
  '30-06-2022 16:35:13;00000000;Dividend;XEU;Europe UCITS ETF;IE0000000024;1.0;486.58;0.00;0.00;486.58;941.93;EUR',
  '01-01-2022 11:37:15;00000000;Interests;;;;1.0;0.01;0.00;0.00;-0.01;1985.91;CHF'
);

export const tradeRepublic = lines(
  'Datum;Transactietype;Waarde (netto);Opmerking;ISIN;Aantal;Kosten;Belasting',
  '2024-11-30;Onttrekking;-10,84;Someone;;;;',
  '2024-07-23;Aankoop;-5;World USD (Dist);IE0000000016;0,052361;;',
  '2024-11-29;Verkoop;10,799;World USD (Dist);IE0000000016;0,104341;;',
  '2024-12-10T10:25:01;Sell;86.714375;Aaa;US0000000011;0.2625;-1.0;'
);

export const parqet = lines(
  '"datetime";"date";"time";"price";"shares";"amount";"tax";"fee";"realizedgains";"type";"broker";"assettype";"identifier";"wkn";"originalcurrency";"currency";"fxrate";"holding";"holdingname";"holdingnickname";"exchange";"avgholdingperiod"; ',
  '"2024-08-02T07:00:00.001Z";"02.08.2024";"09:00:00";28,03;17,83803;500;0;0;;"Buy";"some_bank";"Security";"LU0000000018";"A2AAAA";;"EUR";;;"Prime Global UCITS ETF";;""; ',
  '"2024-07-15T07:00:00.000Z";"15.07.2024";"09:00:00";0,24;40;9,66;2,48;0;;"Dividend";"some_bank";"Security";"US0000000011";"899744";;"EUR";;;"Aaa";;; ',
  '"2024-05-15T22:39:00.000Z";"16.05.2024";"00:39:00";22,88;14;320,32;-12,64;1;-636,72;"Sell";;"Security";"IL0000000017";"A2PLX6";;"EUR";;;"Bbb";;;72534780000 '
);

export const coinbase = lines(
  'Transactions',
  'User,Someone,00000000',
  'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
  'a1,2025-01-17 16:57:02 UTC,Staking Income,ETH,0.00004,EUR,€3000.00,€0.12,€0.12,€0.00,',
  'a2,2024-12-05 06:33:40 UTC,Convert,BTC,0.01,EUR,€90000.00,€880.00,€900.00,,Converted 0.01 BTC to 400.5 XRP',
  'a3,2022-03-25 06:45:27 UTC,Buy,BTC,0.00166779,USD,$39999.331136545,$67.01,$70.00,$2.99,Bought 0.00166779 BTC for 70 USD',
  'a4,2025-01-07 19:26:56 UTC,Send,ETH,-0.18,EUR,€3300.00,-€594.00,-€594.00,€0.00,Sent'
);

export const ibkrTrades = lines(
  '"Buy/Sell","TradeDate","ISIN","Quantity","TradePrice","TradeMoney","CurrencyPrimary","IBCommission","IBCommissionCurrency"',
  '"BUY","20230522","CH0000000012","7","282.7","1978.9","CHF","-5","CHF"',
  '"SELL","20230601","US0000000011","-3","100","-300","USD","-1","CHF"',
  '"SELL","20230522","","-8000","1.1173","-8938.4","USD","-1.79924","CHF"'
);

export const ibkrDividends = lines(
  '"Type","SettleDate","ISIN","Description","Amount","CurrencyPrimary"',
  '"Dividends","20230623","US0000000011","AAA(US0000000011) CASH DIVIDEND USD 0.6504 PER SHARE (Ordinary Dividend)","137.23","USD"',
  '"Dividends","20230701","US0000000011","AAA(US0000000011) CASH DIVIDEND USD 0.6504 PER SHARE (Ordinary Dividend) - REVERSAL","-137.23","USD"',
  '"Withholding Tax","20230623","US0000000011","AAA(US0000000011) CASH DIVIDEND USD 0.6504 PER SHARE - US TAX","-20.58","USD"',
  '"Withholding Tax","20230701","US0000000011","AAA(US0000000011) CASH DIVIDEND USD 0.6504 PER SHARE - US TAX","20.58","USD"'
);

export const portfolioPerformanceGerman = lines(
  'Datum;Typ;Wert;Buchungswährung;Bruttobetrag;Währung Bruttobetrag;Wechselkurs;Gebühren;Steuern;Stück;ISIN;WKN;Ticker-Symbol;Wertpapiername;Notiz',
  '2020-09-21T00:00;Kauf;-1.234,56;EUR;;;;5,00;1,00;10;DE0000000012;A1AAAA;AAA;AAA AG NA O.N.;',
  '2020-11-02T00:00;Einlage;500,00;EUR;;;;;;;;;;;Zahltag',
  '2021-03-04T00:00;Kauf;-920,00;EUR;1.000,00;USD;0,9200;;;10;US0000000011;865985;BBB;Bbb Inc.;',
  '2021-04-01T00:00;Gebühren;-4,90;EUR;;;;;;;;;;;Depotgebühr',
  '2021-04-02T00:00;Gebührenerstattung;4,90;EUR;;;;;;;;;;;',
  '2021-05-01T00:00;Umbuchung (Ausgang);-250,00;EUR;;;;;;;;;;;',
  '2021-06-01T00:00;Einlieferung;1.000,00;EUR;;;;;;5;DE0000000012;A1AAAA;AAA;AAA AG NA O.N.;',
  '2021-07-01T00:00;Zinsbelastung;-1,23;EUR;;;;;;;;;;;'
);

export const portfolioPerformanceEnglish = lines(
  'Date,Type,Value,Transaction Currency,Gross Amount,Currency Gross Amount,Exchange Rate,Fees,Taxes,Shares,ISIN,WKN,Ticker Symbol,Security Name,Note,Cash Account',
  '2020-09-21T00:00,Buy,"1,234.56",EUR,,,,5.00,1.00,10,DE0000000012,A1AAAA,AAA,AAA AG NA O.N.,,Giro',
  '2020-12-24T00:00,Sell,"-3,000.00",EUR,,,,,,10,DE0000000012,A1AAAA,AAA,AAA AG NA O.N.,,Giro',
  '2021-01-15T00:00,Dividend,22.00,EUR,,,,,3.00,10,DE0000000012,A1AAAA,AAA,AAA AG NA O.N.,,Giro'
);

export const portfolioPerformanceJson = JSON.stringify({
  version: 1,
  transactions: [
    {
      type: 'PURCHASE',
      account: 'Giro',
      portfolio: 'Depot',
      date: '2021-03-04',
      currency: 'EUR',
      amount: 925,
      shares: 10,
      security: { name: 'Bbb Inc.', isin: 'US0000000011', wkn: '865985', ticker: 'BBB', currency: 'USD' },
      units: [
        { type: 'GROSS_VALUE', amount: 920, fxCurrency: 'USD', fxAmount: 1000, fxRateToBase: 0.92 },
        { type: 'FEE', amount: 5 }
      ]
    },
    {
      type: 'CASH_TRANSFER',
      account: 'Giro',
      otherAccount: 'Tagesgeld',
      date: '2021-05-01',
      currency: 'EUR',
      amount: 250
    }
  ]
});

export const ghostfolioJson = JSON.stringify({
  meta: { date: '2024-01-01T00:00:00.000Z', version: '2.0.0' },
  accounts: [{ id: 'acc-1', name: 'My Depot', currency: 'EUR' }],
  activities: [
    {
      accountId: 'acc-1',
      comment: 'first',
      fee: 1.5,
      quantity: 3,
      type: 'BUY',
      unitPrice: 100.1,
      currency: 'USD',
      dataSource: 'YAHOO',
      date: '2023-02-01T00:00:00.000Z',
      symbol: 'AAA'
    },
    {
      accountId: 'acc-1',
      comment: null,
      fee: 0,
      quantity: 3,
      type: 'DIVIDEND',
      unitPrice: 0.5,
      currency: 'USD',
      dataSource: 'YAHOO',
      date: '2023-03-01T00:00:00.000Z',
      symbol: 'AAA'
    },
    {
      accountId: 'acc-1',
      comment: null,
      fee: 2.5,
      quantity: 1,
      type: 'FEE',
      unitPrice: 0,
      currency: 'EUR',
      dataSource: 'MANUAL',
      date: '2023-04-01T00:00:00.000Z',
      symbol: 'Account fee'
    }
  ]
});

/** As exports of today are: what a person made has a random symbol, and its name stands beside. */
export const ghostfolioJsonWithProfiles = JSON.stringify({
  meta: { date: '2024-01-01T00:00:00.000Z', version: '2.190.0' },
  accounts: [{ id: 'acc-1', name: 'My Depot', currency: 'EUR', balance: 10, balances: [] }],
  assetProfiles: [
    { symbol: '7e91b7d4-1430-4212-8380-289a06c9bbc1', dataSource: 'MANUAL', name: 'Flat', isin: null, currency: 'USD' },
    { symbol: '14a69cb9-1e31-43fa-b320-83703d8ed74b', dataSource: 'MANUAL', name: 'Opening fee', currency: 'USD' }
  ],
  platforms: [],
  tags: [],
  activities: [
    {
      accountId: 'acc-1',
      comment: null,
      fee: 49,
      id: 'a1',
      quantity: 0,
      type: 'FEE',
      unitPrice: 0,
      currency: 'USD',
      dataSource: 'MANUAL',
      date: '2021-09-01T00:00:00.000Z',
      symbol: '14a69cb9-1e31-43fa-b320-83703d8ed74b',
      tags: []
    },
    {
      accountId: null,
      comment: null,
      fee: 0,
      id: 'a2',
      quantity: 1,
      type: 'BUY',
      unitPrice: 500000,
      currency: 'USD',
      dataSource: 'MANUAL',
      date: '2022-01-01T00:00:00.000Z',
      symbol: '7e91b7d4-1430-4212-8380-289a06c9bbc1',
      tags: []
    }
  ],
  user: { settings: { currency: 'USD' } }
});

export const ghostfolioCsv = lines(
  'Date,Code,DataSource,Currency,Price,Quantity,Action,Fee,Note',
  '01-09-2021,AAA,YAHOO,USD,500.00,5,buy,2.50,first',
  '17-09-2021,AAA,YAHOO,USD,0.62,5,dividend,0.00,'
);

export const wealthfolio = lines(
  'date,symbol,instrumentType,quantity,activityType,unitPrice,currency,fee,amount,fxRate,subtype',
  '2024-01-15,MMM,EQUITY,10,BUY,380.50,USD,4.95,,,',
  '2024-02-01,MMM,EQUITY,1,DIVIDEND,0.75,USD,0,7.50,,QUALIFIED',
  '2024-02-15,$CASH-USD,,1,DEPOSIT,1,USD,0,1000.00,,',
  '2024-03-01,,,1,FEE,1,USD,0,12.00,,'
);

export const wealthfolioTemplate = lines(
  'date,type,symbol,instrumentType,quantity,unit_price,currency,fee,amount,comment,fxRate,subtype',
  '2024-01-15,BUY,AAA,EQUITY,10,185.50,USD,4.95,,first,,',
  '2024-03-01,DEPOSIT,,,,,USD,,5000,salary,,',
  '2024-06-01,TAX,,,,,USD,,150.00,,,WITHHOLDING',
  '2024-06-15,CREDIT,,,,,USD,,50.00,,,REBATE'
);

export const wealthfolioExport = lines(
  'id,accountId,assetId,activityType,date,quantity,unitPrice,currency,fee,amount,comment,accountName,accountCurrency,assetSymbol,assetName',
  'x1,acc1,as1,BUY,2024-01-15T00:00:00+00:00,10,185.50,USD,4.95,,,Broker,USD,AAA,Aaa Inc.'
);
