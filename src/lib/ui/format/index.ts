/** How figures, times and names are written. */
export { amountText, compareDecimals, exactAmountText, isNegative, quantityText, shareText } from './amounts';
export { bytesText, countOf, countText } from './counts';
export { dateText, dayText, instantText, roughlyText, secondsText, shortInstantText } from './times';
export { countryName, currencyName, humanName, outcomeName, placeName, sentenceStart, storeName } from './words';
