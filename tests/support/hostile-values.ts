/** Values and lines as JSON texts: those that a snapshot may hold, and those that none may. */

export const soundValues = [
  'null',
  '1e300',
  '"\\ud800"',
  '"\\u0000"',
  '"<script>alert(1)</script>"',
  '{"$a":1,"b":2}',
  '{"$date":"2026-02-28T09:05:00.000Z"}',
  '{"$date":null}',
  '{"$number":"NaN"}',
  '{"$number":"-0"}',
  '{"$bigint":"-12"}',
  '{"$undefined":true}',
  '[1,{"$hole":true},2]',
  '{"$bytes":["Uint8Array","AAH/"]}',
  '{"$map":[["a",{"$set":[1,{"$map":[]}]}]]}',
  '{"$blob":{"type":"text/plain","data":"AA=="}}',
  '{"$object":[["__proto__",{"polluted":true}],["constructor",1]]}'
];

export const malformedTags = [
  '{"$date":12}',
  '{"$date":{}}',
  '{"$date":"yesterday"}',
  '{"$date":"2026-02-30"}',
  '{"$number":1}',
  '{"$number":"1e5"}',
  '{"$bigint":12}',
  '{"$bigint":"1.5"}',
  '{"$bigint":"--1"}',
  `{"$bigint":"${'9'.repeat(1_000_001)}"}`,
  '{"$undefined":false}',
  // In a list it is an empty place, and sound.
  '{"a":{"$hole":true}}',
  '[{"$hole":1}]',
  '{"$bytes":"AAH/"}',
  '{"$bytes":["Uint8Array"]}',
  '{"$bytes":["Uint8Array",7]}',
  '{"$bytes":["Uint8Array","***"]}',
  '{"$bytes":["Float64Array","AAAA"]}',
  '{"$bytes":["Function","AAAA"]}',
  '{"$bytes":["toString","AAAA"]}',
  '{"$bytes":[{"toString":1},"AAAA"]}',
  '{"$map":[[1]]}',
  '{"$map":[1]}',
  '{"$map":{"a":1}}',
  '{"$map":[[{"$map":[[1]]},1]]}',
  '{"$set":{}}',
  '{"$set":[{"$hole":true}]}',
  '{"$set":[{"$map":7}]}',
  '{"$blob":1}',
  '{"$blob":{}}',
  '{"$blob":{"data":"***"}}',
  '{"$object":1}',
  '{"$object":[[1,2]]}',
  '{"$object":[["a"]]}',
  '{"$packed":[{},1]}',
  '{"$unheard":1}',
  '{"$":1}'
];

/** Keys that reach a prototype, also written with escapes. */
export const forbiddenFields = [
  '{"__proto__":{"polluted":true}}',
  '{"\\u005f_proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"a":1,"prototype":{"polluted":true}}',
  '{"$map":[["a",{"__proto__":{"polluted":true}}]]}',
  '{"$object":[["a",{"__proto__":{"polluted":true}}]]}'
];

export const tooLarge = ['1e309', '-1e999', `[${'9'.repeat(400)}]`, '{"a":[1,1e400]}'];

/** Lines that are JSON, and no records. */
export const noRecords = ['null', '1', 'true', '"text"', '[]', '[{"id":"x"}]', '{}'];

/** Lines that are no JSON, a raw NUL among them. */
export const noJson = [
  'NaN',
  'undefined',
  '{',
  '}',
  "{'id':1}",
  '{"id":"\u0000"}',
  '{"id":01}',
  '{"id":1}}',
  '{"id":"x"},',
  '//',
  '\u0000'
];

export const malformedContainers = [
  '{"$packed":null}',
  '{"$packed":[]}',
  '{"$packed":[{}]}',
  '{"$packed":[{},-1]}',
  '{"$packed":[{},1.5]}',
  '{"$packed":[{},"1"]}',
  '{"$packed":[[],1]}',
  '{"$packed":[null,null]}',
  '{"$packed":[{"accountId":"a"},0]}',
  '{"$packed":[{"accountId":null,"month":"2026-01"},null]}',
  '{"$packed":[{"__proto__":1},0]}',
  '{"$packed":[{"accountId":"zzz","month":"2026-01","entries":null},9007199254740991]}'
];

/** What IndexedDB takes for no key. */
export const noKeys = [
  'null',
  'true',
  '{}',
  '[null]',
  '["a",{}]',
  '{"$date":null}',
  '{"$number":"NaN"}',
  '{"$undefined":true}',
  '[{"$hole":true}]',
  '{"$bigint":"1"}'
];

/** Whole files of other origin. */
export const foreignTexts = [
  '',
  ' \n\t',
  '\n\n\n',
  '[]',
  '0',
  'true',
  '{}',
  '{\n',
  '{\n"header":',
  '{\n"header":{},\n"stores":{\n},\n"footer":{}\n}\n',
  '{\n"header":[],\n',
  '{\n"header":{"format":"wealthwise-backup"},\n',
  '{"name":"wealthwise","version":"0.1.0","scripts":{"test":"vitest"}}',
  '{\n  "name": "wealthwise",\n  "version": "0.1.0"\n}\n',
  '{"meta":{"date":"2026-01-01","version":"2.0"},"accounts":[],"activities":[{"accountId":"a","type":"BUY"}]}',
  'date,type,quantity\n2026-01-01,BUY,1\n',
  '<!doctype html><title>Sign in</title>',
  'age-encryption.org/v1\n-> scrypt AAAA 18\n'
];

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];

/** Whole files that are no text. */
export const foreignBytes: readonly Uint8Array[] = [
  Uint8Array.from(png),
  Uint8Array.of(0x1f),
  Uint8Array.of(0x1f, 0x8b),
  Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
  Uint8Array.of(0x50, 0x4b, 3, 4),
  Uint8Array.of(0xff, 0xfe, 0x7b, 0),
  Uint8Array.of(0x7b, 0x0a, 0xed, 0xa0, 0x80, 0x0a),
  new Uint8Array(1000)
];
