/** How figures, times and names are written, in the person's language and styles. */
export {
  amountText,
  changeText,
  compareDecimals,
  directionOf,
  exactAmountText,
  isNegative,
  priceText,
  quantityText,
  rateText,
  returnText,
  roundAmountText,
  shareText
} from './amounts';
export { bytesText, countOf, countText } from './counts';
export { minorUnits } from './minor-units';
export {
  dateText,
  dayText,
  instantText,
  monthText,
  nearDayText,
  roughlyText,
  secondsText,
  shortDayText,
  shortInstantText,
  shortMonthText,
  weekdayNames
} from './times';
export {
  countryName,
  currencyName,
  groupName,
  humanName,
  outcomeName,
  placeName,
  sentenceStart,
  storeName
} from './words';
