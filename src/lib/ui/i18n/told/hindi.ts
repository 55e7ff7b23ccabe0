/** Hindi for what is said below the screens. A test demands every sentence of theirs here. */

import { Retelling, type ToldTexts } from './retelling';

/** A full stop at the end is left out on both sides. */
export const texts: ToldTexts = {
  // Failures, by what they are
  'Migration failed: {detail}': 'अपग्रेड नहीं हो सका: {detail}',
  'Incompatible data version: {detail}': 'डेटा संस्करण मेल नहीं खाता: {detail}',
  'Data corruption detected: {detail}': 'डेटा में गड़बड़ी मिली: {detail}',
  'Insufficient storage space for migration': 'अपग्रेड के लिए जगह कम है',
  'Migration was cancelled by user': 'काम रद्द किया गया',
  'Migration already in progress': 'एक अपग्रेड पहले से चल रहा है',
  'Backup failed: {detail}': 'बैकअप में कुछ गड़बड़ हुई: {detail}',
  'Rollback failed: {detail}': 'वापसी नहीं हो सकी: {detail}',
  'Backup folder not available: {detail}': 'प्रतियों का फ़ोल्डर नहीं मिला: {detail}',
  'Nothing was changed': 'कुछ नहीं बदला गया',
  'Your data is as it was': 'आपका डेटा जैसा था वैसा ही है',
  'Your data is as it was before': 'आपका डेटा पहले जैसा ही है',
  'Your data is as it was before; replace it instead, or keep it': 'आपका डेटा पहले जैसा ही है; उसे बदलें, या रखें',

  // Upgrade, restore and rollback: what stopped them
  'the data is not at {version}': 'डेटा संस्करण {version} पर नहीं है',
  'the data is no longer at {version}': 'डेटा अब संस्करण {version} पर नहीं है',
  'the data is at {version}, not at {other}': 'डेटा संस्करण {version} पर है, {other} पर नहीं',
  'the data is at {version}; only an older version can be gone back to':
    'डेटा संस्करण {version} पर है; वापसी केवल पुराने संस्करण पर हो सकती है',
  '{version} is not a version that this app knows': '{version} ऐसा संस्करण नहीं है जिसे यह ऐप जानता हो',
  'the last upgrade could not be verified, so nothing is written until you have decided what to do':
    'पिछला अपग्रेड जाँचा नहीं जा सका, इसलिए आपके निर्णय तक कुछ नहीं लिखा जाता',
  'the database that was being built is gone': 'जो डेटाबेस बन रहा था वह नहीं रहा',
  'the database is gone after the upgrade': 'अपग्रेड के बाद डेटाबेस नहीं रहा',
  'the upgrade ended without a result': 'अपग्रेड बिना परिणाम के समाप्त हुआ',
  'there was nothing to run': 'करने को कुछ नहीं था',
  '{store} {key} cannot be brought back: {field} {why}': '{store} {key} वापस नहीं लाया जा सकता: {field} {why}',
  'the {measure} of an account would change': 'किसी खाते में यह बदल जाता: {measure}',
  '1 record does not satisfy version {version}, first in {store}, field {field}':
    '1 रिकॉर्ड संस्करण {version} के अनुरूप नहीं, पहला {store} में, क्षेत्र {field}',
  '{count} records do not satisfy version {version}, first in {store}, field {field}':
    '{count} रिकॉर्ड संस्करण {version} के अनुरूप नहीं, पहला {store} में, क्षेत्र {field}',
  '{detail} ({store} {key})': '{detail} ({store} {key})',
  'the backup holds data of version {version}, which this app does not know':
    'बैकअप में संस्करण {version} का डेटा है, जिसे यह ऐप नहीं जानता',
  'the backup holds data of version {version}, which this app does not know yet':
    'बैकअप में संस्करण {version} का डेटा है, जिसे यह ऐप अभी नहीं जानता',
  'Update the app to restore it': 'इसे वापस लाने के लिए ऐप अपडेट करें',
  'Update the app first': 'पहले ऐप अपडेट करें',
  'what was written is not what the backup holds ({names})': 'जो लिखा गया वह वैसा नहीं है जैसा बैकअप में है ({names})',
  'version {version} has no store {store}': 'संस्करण {version} में {store} का भंडार नहीं है',
  "version {version} does not have a store '{store}'": 'संस्करण {version} में ‘{store}’ का भंडार नहीं है',
  'the backup holds a record of {store} twice': 'बैकअप में {store} का एक रिकॉर्ड दो बार है',
  'another window still holds your data': 'दूसरी विंडो अब भी आपका डेटा थामे है',
  '{count} other windows still hold your data': '{count} दूसरी विंडो अब भी आपका डेटा थामे हैं',
  'Close the other windows of this app and try again': 'इस ऐप की दूसरी विंडो बंद करके फिर कोशिश करें',
  'what the backup would add does not fit your data: {detail}': 'बैकअप जो जोड़ता वह आपके डेटा से मेल नहीं खाता: {detail}',
  '{detail}. No migration path from {from} to {to}': '{detail}। {from} से {to} तक कोई रास्ता नहीं है',
  'No migration path from {from} to {to}': '{from} से {to} तक कोई रास्ता नहीं है',
  'the data is newer than this app ({version})': 'डेटा इस ऐप से नया है ({version})',
  'the data is not of a version that this app can read': 'डेटा ऐसे संस्करण का नहीं है जिसे यह ऐप पढ़ सके',
  'there is no data to back up': 'बैकअप के लिए कोई डेटा नहीं है',
  'there is no data to export': 'निर्यात के लिए कोई डेटा नहीं है',
  'there is no data that could be checked': 'जाँचने के लिए कोई डेटा नहीं है',
  "Step '{step}' failed: {detail}": 'चरण ‘{step}’ नहीं हो सका: {detail}',
  'it made a record that version {version} does not allow: {detail}':
    'उसने ऐसा रिकॉर्ड बनाया जो संस्करण {version} में मान्य नहीं: {detail}',
  'it changed the key of {store} {key}': 'उसने {store} {key} की कुंजी बदल दी',
  '{store} {key}, field {field}: {why}': '{store} {key}, क्षेत्र {field}: {why}',
  '{store} holds {count} records instead of {total}': '{store} में {total} के बजाय {count} रिकॉर्ड हैं',
  "the plan from {from} to {to} lacks the step '{step}'": '{from} से {to} की योजना में चरण ‘{step}’ नहीं है',
  'Invalid source version format: {version}': '{version} डेटा संस्करण नहीं है',
  'Invalid target version format: {version}': '{version} डेटा संस्करण नहीं है',
  'Version not supported: {version}': 'संस्करण {version} समर्थित नहीं है',
  'Cannot migrate backwards or to same version': 'अपग्रेड केवल नए संस्करण की ओर होता है',
  'From {from} to {to} in one go: {steps}': '{from} से {to} एक ही बार में: {steps}',
  'after the upgrade the data on disk was not as expected: {detail}':
    'अपग्रेड के बाद डिस्क पर डेटा अपेक्षा के अनुसार नहीं था: {detail}',
  'Your data was put back to version {version} from the backup that was made before; nothing was lost':
    'पहले बने बैकअप से आपका डेटा संस्करण {version} पर लौटाया गया; कुछ खोया नहीं',
  'It could not be put back by itself, so nothing is written until you have restored the backup that was made before':
    'वह अपने आप नहीं लौटाया जा सका, इसलिए पहले बना बैकअप वापस लाने तक कुछ नहीं लिखा जाता',
  'no backup was made before': 'पहले कोई बैकअप नहीं बना था',
  'the browser closed the database while it was written; often the disk is full':
    'लिखते समय ब्राउज़र ने डेटाबेस बंद कर दिया; अक्सर डिस्क भरी होती है',
  'The transaction was aborted': 'लिखना बीच में रुक गया',
  'The request failed': 'अनुरोध नहीं हो सका',
  'the backup is at {version}, and the data it would be added to at {other}':
    'बैकअप संस्करण {version} पर है, और जिस डेटा में जुड़ता वह {other} पर',
  'Upgrade your data first, or replace it': 'पहले अपना डेटा अपग्रेड करें, या उसे बदलें',
  'the present data cannot be read': 'वर्तमान डेटा पढ़ा नहीं जा सकता',
  'the present data cannot be read; restore a backup instead': 'वर्तमान डेटा पढ़ा नहीं जा सकता; इसके बजाय बैकअप वापस लाएँ',
  'there is no whole backup of version {version} or an older one, and not every step since can be undone':
    'संस्करण {version} या उससे पुराने का कोई पूरा बैकअप नहीं है, और बाद का हर चरण पलटा नहीं जा सकता',
  'is not a list of records': 'रिकॉर्ड की सूची नहीं है',
  'holds something that is not a record': 'में कुछ ऐसा है जो रिकॉर्ड नहीं है',
  'lies in a row that is not its own': 'ऐसी पंक्ति में है जो उसकी नहीं',
  'This window still shows an older state of your data, so nothing was written. Reload it to go on':
    'यह विंडो अब भी आपके डेटा की पुरानी स्थिति दिखाती है, इसलिए कुछ नहीं लिखा गया। आगे बढ़ने के लिए इसे फिर लोड करें',
  'This window still shows an older state of your data, so nothing was written. It is being brought up to date; please try again':
    'यह विंडो अब भी आपके डेटा की पुरानी स्थिति दिखाती है, इसलिए कुछ नहीं लिखा गया। उसे अद्यतन किया जा रहा है; कृपया फिर कोशिश करें',
  "No data version that this app knows has '{store}'": 'इस ऐप के ज्ञात किसी डेटा संस्करण में ‘{store}’ नहीं है',
  "This needs your data at version {version}, which brings '{store}'. You can upgrade it whenever you like":
    'इसके लिए आपका डेटा संस्करण {version} पर होना चाहिए, जो ‘{store}’ लाता है। आप जब चाहें अपग्रेड कर सकते हैं',
  'The upgrade has failed; this was not finished': 'अपग्रेड विफल रहा; यह पूरा नहीं हुआ',
  'Another window is updating your data; this was not finished': 'दूसरी विंडो आपका डेटा अपडेट कर रही है; यह पूरा नहीं हुआ',
  'This window was put aside before it had finished': 'यह विंडो पूरा होने से पहले अलग रख दी गई',
  "The app's background worker could not be started: {detail}": 'ऐप का पृष्ठभूमि कार्यकर्ता शुरू नहीं हो सका: {detail}',
  "The app's background worker stopped: {detail}": 'ऐप का पृष्ठभूमि कार्यकर्ता रुक गया: {detail}',
  'It could not be loaded': 'वह लोड नहीं हो सका',
  'Your data is not open in this window just now, so nothing was read or written. Try again in a moment':
    'आपका डेटा इस विंडो में अभी खुला नहीं है, इसलिए कुछ पढ़ा या लिखा नहीं गया। थोड़ी देर में फिर कोशिश करें',
  'Your data is not open in this window just now, so nothing was read. Try again in a moment':
    'आपका डेटा इस विंडो में अभी खुला नहीं है, इसलिए कुछ पढ़ा नहीं गया। थोड़ी देर में फिर कोशिश करें',

  // What was found in the database
  'The database is at version {version}, which this app never wrote':
    'डेटाबेस संस्करण {version} पर है, जो इस ऐप ने कभी नहीं लिखा',
  'The browser cannot open the database: its file is damaged': 'ब्राउज़र डेटाबेस नहीं खोल सकता: उसकी फ़ाइल क्षतिग्रस्त है',
  'None of the expected stores is in it': 'अपेक्षित भंडारों में से कोई इसमें नहीं है',
  'Version {version} was never marked as completed': 'संस्करण {version} कभी पूरा अंकित नहीं हुआ',
  'The database is at {version}, but its seal says {other}': 'डेटाबेस {version} पर है, पर उसकी मुहर {other} कहती है',
  "Store '{store}' is not one of version {version}": '‘{store}’ का भंडार संस्करण {version} का नहीं है',
  "Store '{store}' is missing": '‘{store}’ का भंडार नहीं है',
  "Store '{store}' has the key {key} instead of {other}": '‘{store}’ के भंडार की कुंजी {other} के बजाय {key} है',
  "Store '{store}' lacks the index {index}": '‘{store}’ के भंडार में सूचकांक {index} नहीं है',
  "The index {index} of store '{store}' is of another kind": '‘{store}’ के भंडार का सूचकांक {index} दूसरे प्रकार का है',
  "Store '{store}' is not what it was before, although nothing in this upgrade changes it":
    '‘{store}’ का भंडार पहले जैसा नहीं है, हालाँकि यह अपग्रेड उसे नहीं बदलता',
  "Store '{store}' holds {count} records on disk instead of {total}":
    '‘{store}’ के भंडार में डिस्क पर {total} के बजाय {count} रिकॉर्ड हैं',
  'The {measure} of an account in {currency} is not what it was before':
    '{currency} वाले किसी खाते में यह पहले जैसा नहीं रहा: {measure}',
  'The database could not be opened': 'डेटाबेस खुल नहीं सका',
  "'{name}' did not open within {seconds} s: another window holds it":
    '‘{name}’ {seconds} सेकंड में नहीं खुला: दूसरी विंडो उसे थामे है',

  // Progress
  Done: 'पूरा हुआ',
  'No logs available': 'अभी कुछ लिखा नहीं गया',
  'Getting ready…': 'तैयारी हो रही है…',
  'Cancelling: everything stays as it was…': 'रद्द हो रहा है: सब कुछ जैसा था वैसा रहेगा…',
  'Cancelling: everything goes back to how it was…': 'रद्द हो रहा है: सब कुछ पहले जैसा हो जाएगा…',
  'Looking at your data': 'आपका डेटा देखा जा रहा है',
  'Looking at your data: {count} records': 'आपका डेटा देखा जा रहा है: {count} रिकॉर्ड',
  'There is no data yet': 'अभी कोई डेटा नहीं है',
  'Making sure there is room': 'जगह है या नहीं, देखा जा रहा है',
  'Preparing the backup': 'बैकअप की तैयारी हो रही है',
  'Writing the backup: {count} of {total} records': 'बैकअप लिखा जा रहा है: {total} में से {count} रिकॉर्ड',
  'Checking the backup: {count} of {total} records': 'बैकअप जाँचा जा रहा है: {total} में से {count} रिकॉर्ड',
  'The backup is written': 'बैकअप लिखा गया',
  'The backup is verified': 'बैकअप जाँचा गया',
  'Backup made and verified': 'बैकअप बना और जाँचा गया',
  'Backing up first': 'पहले बैकअप बन रहा है',
  'Checking the file: {count} of {total} records': 'फ़ाइल जाँची जा रही है: {total} में से {count} रिकॉर्ड',
  'Reading {store}: {count} of {total}': 'पढ़ा जा रहा है {store}: {total} में से {count}',
  'Updating {store}: {count} of {total}': 'अपडेट हो रहा है {store}: {total} में से {count}',
  'Writing {store}: {count} so far': 'लिखा जा रहा है {store}: अब तक {count}',
  '{what}: {count} of {total}': '{what}: {total} में से {count}',
  'Checking every record that was written': 'लिखा गया हर रिकॉर्ड जाँचा जा रहा है',
  'Checking every record against version {version}': 'हर रिकॉर्ड संस्करण {version} के अनुसार जाँचा जा रहा है',
  'Reading your data again from disk': 'आपका डेटा डिस्क से फिर पढ़ा जा रहा है',
  'Reading what was written again from disk': 'जो लिखा गया वह डिस्क से फिर पढ़ा जा रहा है',
  'Writing: {count} of {total} records': 'लिखा गया: {total} में से {count} रिकॉर्ड',
  'Building the data beside the present one': 'डेटा वर्तमान के बगल में बनाया जा रहा है',
  'Bringing later changes along': 'बाद के बदलाव साथ लाए जा रहे हैं',
  'Making up {count} of {total} assets': '{total} में से {count} संपत्तियाँ गढ़ी जा रही हैं',
  'Copying backup {count} of {total}, and reading it back': 'बैकअप {total} में से {count} कॉपी करके वापस पढ़ा जा रहा है',
  'Reading backup {count} of {total}': '{total} में से बैकअप {count} पढ़ा जा रहा है',
  'Reading your records…': 'आपके रिकॉर्ड पढ़े जा रहे हैं…',
  'Reading your records: {count}': 'आपके रिकॉर्ड पढ़े जा रहे हैं: {count}',
  'Reading the file…': 'फ़ाइल पढ़ी जा रही है…',
  'Reading the file': 'फ़ाइल पढ़ी जा रही है',
  'Understanding the rows': 'पंक्तियाँ समझी जा रही हैं',
  'Looking up what is there': 'देखा जा रहा है कि क्या है',
  Checking: 'जाँच हो रही है',
  Writing: 'लिखा जा रहा है',
  'Keeping what undoing needs': 'वापस लेने के लिए ज़रूरी बातें रखी जा रही हैं',
  Saved: 'सहेजा गया',

  // The gate
  'Looking at your data…': 'आपका डेटा देखा जा रहा है…',
  'Your data is being updated in another window. Nothing is lost. {detail}':
    'आपका डेटा दूसरी विंडो में अपडेट हो रहा है। कुछ खोएगा नहीं। {detail}',
  'Your data is being updated in another window. Nothing is lost': 'आपका डेटा दूसरी विंडो में अपडेट हो रहा है। कुछ खोएगा नहीं',
  'Another window is working on your data. This one goes on as soon as it is done':
    'दूसरी विंडो आपके डेटा पर काम कर रही है। वह पूरा होते ही यह आगे बढ़ेगी',
  'Your data could not be opened': 'आपका डेटा खुल नहीं सका',

  // What data versions and their steps say of themselves
  'Your portfolio: accounts, assets, transactions, prices and exchange rates':
    'आपका पोर्टफ़ोलियो: खाते, संपत्तियाँ, लेनदेन, भाव और विनिमय दरें',
  'Keeps what you own and owe across borders, with every transaction, in this browser':
    'सीमाओं के पार आपका सब कुछ और कर्ज़, हर लेनदेन समेत, इसी ब्राउज़र में रखता है',
  'Performance metrics: returns, risk and income of every asset and of the whole portfolio':
    'प्रदर्शन के आँकड़े: हर संपत्ति और पूरे पोर्टफ़ोलियो का प्रतिफल, जोखिम और आय',
  'Makes room for returns, volatility and drawdown of every asset and of the whole portfolio':
    'हर संपत्ति और पूरे पोर्टफ़ोलियो के प्रतिफल, उतार-चढ़ाव और गिरावट के लिए जगह बनाता है',
  'Keeps quantities exactly, as decimals, instead of as binary numbers':
    'मात्राएँ द्विआधारी संख्याओं के बजाय दशमलव में ठीक-ठीक रखता है',
  'Calls the value that you stated last “current value”': 'आपके पिछली बार बताए मूल्य को “वर्तमान मूल्य” कहता है',
  'Lets you note a benchmark, the income you expect, how often it comes, and a risk rating':
    'तुलना का मानक, अपेक्षित आय, वह कितनी बार आती है और जोखिम का स्तर दर्ज करने देता है',
  'Currency risk: what your portfolio really depends on, and the usual hedges':
    'मुद्रा जोखिम: आपका पोर्टफ़ोलियो वास्तव में किस पर निर्भर है, और आम बचाव',
  'Shows for every asset which currency its value really depends on, not just what it is quoted in':
    'हर संपत्ति के लिए दिखाता है कि उसका मूल्य वास्तव में किस मुद्रा पर निर्भर है, न कि केवल भाव किस मुद्रा में है',
  'Works out how much of your portfolio depends on each currency, and what that may lose':
    'हिसाब लगाता है कि आपका कितना पोर्टफ़ोलियो किस मुद्रा पर निर्भर है, और उससे कितना घाटा हो सकता है',
  'Suggests a usual hedge for every asset, with the reason. Nothing is traded':
    'हर संपत्ति के लिए आम बचाव कारण समेत सुझाता है। कोई सौदा नहीं होता',
  'Noting for every asset which currency its value really depends on':
    'हर संपत्ति के लिए दर्ज हो रहा है कि उसका मूल्य किस मुद्रा पर निर्भर है',
  'Working out exposures, volatility and value at risk from your prices and exchange rates':
    'आपके भावों और विनिमय दरों से निर्भरता, उतार-चढ़ाव और संभावित घाटा निकाला जा रहा है',
  'Suggesting a usual hedge for every asset, with the reason': 'हर संपत्ति के लिए आम बचाव कारण समेत सुझाया जा रहा है',
  'Compliance and tax residency: where you are taxed, what has to be reported, and the documents for it':
    'अनुपालन और कर निवास: आप पर कर कहाँ लगता है, क्या बताना है, और उसके दस्तावेज़',
  'Notes where each person is taxed, and makes room for a log of the days spent in each country':
    'दर्ज करता है कि हर व्यक्ति पर कर कहाँ लगता है, और हर देश में बिताए दिनों के लिए जगह बनाता है',
  'Lists what may have to be reported in which country, with the threshold, what was measured, and the day it is due':
    'सूची बनाता है कि किस देश में क्या बताना पड़ सकता है, सीमा, मापी गई राशि और नियत दिन समेत',
  'Turns your notes about documents into documents with a kind, a day, a title and a place; every note is kept to the letter':
    'दस्तावेज़ों की आपकी टिप्पणियों को प्रकार, दिन, शीर्षक और स्थान वाले दस्तावेज़ों में बदलता है; हर टिप्पणी अक्षरशः रहती है',
  'Working out where each person is taxed': 'हर व्यक्ति पर कर कहाँ लगता है, देखा जा रहा है',
  'Working out what has to be reported, where and by when': 'क्या, कहाँ और कब तक बताना है, देखा जा रहा है',
  'Turning notes about documents into documents': 'दस्तावेज़ों की टिप्पणियाँ दस्तावेज़ बन रही हैं',

  // Backups: what is wrong with one
  'Backup file not found': 'बैकअप फ़ाइल नहीं मिली',
  'Backup file is empty': 'बैकअप फ़ाइल ख़ाली है',
  'What was read back is not what was written': 'जो वापस पढ़ा गया वह लिखे जैसा नहीं है',
  'The data was changed while it was copied, {count} times in a row. Close other windows of the app, or stop editing, and try again':
    'कॉपी होते समय डेटा लगातार {count} बार बदला। ऐप की दूसरी विंडो बंद करें, या संपादन रोकें, और फिर कोशिश करें',
  'this is the only verified backup with your records in it. Make another one first, or confirm that you want to be without':
    'आपके रिकॉर्ड वाला यही एक जाँचा हुआ बैकअप है। पहले दूसरा बनाएँ, या पुष्टि करें कि आप इसके बिना रहेंगे',
  '{store}: the database counts {count} records, and {total} could be read':
    '{store}: डेटाबेस में {count} रिकॉर्ड गिने गए, पर {total} पढ़े जा सके',
  'The file is whole, but it is another one than was listed': 'फ़ाइल पूरी है, पर सूची वाली नहीं',
  'The backup in the app is as it was. Try again, and choose another place if it fails again':
    'ऐप का बैकअप जैसा था वैसा ही है। फिर कोशिश करें, और फिर भी न हो तो दूसरी जगह चुनें',
  'The copy is not where it was written to': 'प्रति वहाँ नहीं है जहाँ लिखी गई थी',
  'The copy is not what was written': 'प्रति वैसी नहीं है जैसी लिखी गई थी',
  'The copy cannot be read back: {detail}': 'प्रति वापस पढ़ी नहीं जा सकती: {detail}',
  'The copy is a whole backup, but another one than was meant': 'प्रति पूरा बैकअप है, पर चाहा हुआ नहीं',
  'an empty passphrase protects nothing': 'ख़ाली पासफ़्रेज़ कुछ नहीं बचाता',
  'This backup is encrypted. Enter its passphrase to open it': 'यह बैकअप एन्क्रिप्टेड है। खोलने के लिए उसका पासफ़्रेज़ दें',
  'The passphrase does not open this backup, or its beginning was altered. Nothing was changed; check for capitals and blanks and try again':
    'यह पासफ़्रेज़ इस बैकअप को नहीं खोलता, या उसका आरंभ बदला गया है। कुछ नहीं बदला; बड़े अक्षर और ख़ाली जगहें जाँचकर फिर कोशिश करें',
  'This file asks for more memory to open than any backup needs, so it was not opened':
    'यह फ़ाइल खुलने के लिए किसी भी बैकअप से अधिक मेमोरी माँगती है, इसलिए नहीं खोली गई',
  'This encrypted backup was cut off or altered, so it cannot be opened. Nothing was changed; use another copy of it':
    'यह एन्क्रिप्टेड बैकअप कटा या बदला हुआ है, इसलिए खुल नहीं सकता। कुछ नहीं बदला; उसकी दूसरी प्रति लें',
  'Hard to guess. Write it down where you will find it': 'अनुमान लगाना कठिन। जहाँ मिल सके वहाँ लिख लें',
  'Takes a patient guesser long. A word or two more makes it strong':
    'धैर्यवान को भी देर लगेगी। एक-दो शब्द और इसे मज़बूत बना देंगे',
  'Too easy to guess. Six words that do not belong together are easy to keep':
    'अनुमान लगाना बहुत आसान। आपस में असंबद्ध छह शब्द याद रखना आसान है',
  'The backup file is cut off: it ends in the middle': 'बैकअप फ़ाइल कटी है: बीच में समाप्त होती है',
  'The backup file is cut off or damaged: it cannot be decompressed ({why})':
    'बैकअप फ़ाइल कटी या ख़राब है: खोली नहीं जा सकती ({why})',
  'The backup is not in order: "{line}" was expected, and "{found}" stands there':
    'बैकअप का क्रम ठीक नहीं: "{line}" होना था, वहाँ "{found}" है',
  'The backup is not in order: no record follows a comma': 'बैकअप का क्रम ठीक नहीं: अल्पविराम के बाद कोई रिकॉर्ड नहीं',
  'The backup is not in order: a comma is missing between two records':
    'बैकअप का क्रम ठीक नहीं: दो रिकॉर्ड के बीच अल्पविराम नहीं है',
  'Something follows after the end of the backup': 'बैकअप के अंत के बाद कुछ और है',
  'Something follows after the end of the compressed backup': 'संपीडित बैकअप के अंत के बाद कुछ और है',
  'The backup holds bytes that are not text': 'बैकअप में ऐसे बाइट हैं जो पाठ नहीं हैं',
  'This file is not a backup of this app': 'यह फ़ाइल इस ऐप का बैकअप नहीं है',
  'The backup does not say which version of the format it has': 'बैकअप नहीं बताता कि उसका प्रारूप किस संस्करण का है',
  'The backup was written by a newer app ({app}): it needs a reader of format {format}, and this app reads format {own}. Update the app to read it':
    'बैकअप नए ऐप ({app}) ने लिखा है: उसे प्रारूप {format} चाहिए, और यह ऐप {own} पढ़ता है। पढ़ने के लिए ऐप अपडेट करें',
  'The header of the backup has no {field}': 'बैकअप के शीर्ष में {field} नहीं है',
  'The backup names no valid data version': 'बैकअप में मान्य डेटा संस्करण नहीं है',
  'The backup has no valid date': 'बैकअप में मान्य तारीख नहीं है',
  'The footer of the backup has no digest': 'बैकअप के अंत में जाँच-योग नहीं है',
  'The backup has no {field}': 'बैकअप में {field} नहीं है',
  'The backup has wrong {field}': 'बैकअप में {field} ग़लत है',
  'The backup file is larger than this app reads': 'बैकअप फ़ाइल इस ऐप की सीमा से बड़ी है',
  'The backup is larger than this app reads': 'बैकअप इस ऐप की सीमा से बड़ा है',
  'A line of the backup is too long': 'बैकअप की एक पंक्ति बहुत लंबी है',
  'The backup was not read to its end': 'बैकअप अंत तक नहीं पढ़ा गया',
  'The backup has more records than this app reads': 'बैकअप में इस ऐप की सीमा से अधिक रिकॉर्ड हैं',
  'In {store} a packed row lacks {count} of its entries': '{store} में एक बंधी पंक्ति की {count} प्रविष्टियाँ नहीं हैं',
  'In {store} a packed row lacks some of its entries': '{store} में एक बंधी पंक्ति की कुछ प्रविष्टियाँ नहीं हैं',
  'The backup has no footer': 'बैकअप में समापन नहीं है',
  '{store}: {count} records were read, and the footer says otherwise':
    '{store}: {count} रिकॉर्ड पढ़े गए, समापन कुछ और कहता है',
  '{store}: the digest is not the one stated': '{store}: जाँच-योग बताए जैसा नहीं है',
  'The footer of the backup names other stores than its header': 'बैकअप का समापन शीर्ष से अलग भंडार बताता है',
  'The footer counts invalid records of {store}, which is not in the backup':
    'समापन {store} के अमान्य रिकॉर्ड गिनता है, जो बैकअप में नहीं है',
  'The digest of the whole backup is not the one stated': 'पूरे बैकअप का जाँच-योग बताए जैसा नहीं है',
  '{store}: {count} records were read, and the header says {total}':
    '{store}: {count} रिकॉर्ड पढ़े गए, शीर्ष {total} कहता है',
  'A line of the backup is not JSON': 'बैकअप की एक पंक्ति JSON नहीं है',
  'A record of {store} is not JSON': '{store} का एक रिकॉर्ड JSON नहीं है',
  'A packed row is malformed': 'एक बंधी पंक्ति बिगड़ी हुई है',
  'Data version {version} has no store {store}': 'डेटा संस्करण {version} में {store} का भंडार नहीं है',
  'The backup lacks the store {store}': 'बैकअप में {store} का भंडार नहीं है',
  'no reason was given': 'कारण नहीं बताया गया',
  'The backup file cannot be read ({why}). It may have been moved or changed: choose it again':
    'बैकअप फ़ाइल पढ़ी नहीं जा सकती ({why})। शायद उसे हटाया या बदला गया: उसे फिर चुनें',
  '{store}: {count} records do not satisfy the schema of {version}, {total} are stated':
    '{store}: {count} रिकॉर्ड संस्करण {version} के अनुरूप नहीं, बताए गए {total}',
  'It cannot be read': 'वह पढ़ा नहीं जा सकता',
  'the browser needs your permission again to use "{name}". Your data and the backups in the app are as they were. Choose "Reconnect" and allow it':
    'ब्राउज़र को "{name}" के लिए फिर आपकी अनुमति चाहिए। आपका डेटा और ऐप के बैकअप जैसे थे वैसे ही हैं। “फिर जोड़ें” चुनकर अनुमति दें',
  '"{name}" was moved, renamed or deleted, or its disk is not connected. Your data and the backups in the app are as they were. Connect the disk and try again, or choose the folder anew':
    '"{name}" हटाया, बदला या मिटाया गया, या उसकी डिस्क जुड़ी नहीं है। आपका डेटा और ऐप के बैकअप जैसे थे वैसे ही हैं। डिस्क जोड़कर फिर कोशिश करें, या फ़ोल्डर नए सिरे से चुनें',
  'The disk is full': 'डिस्क भरी है',
  'The quota has been exceeded': 'जगह समाप्त हो गई',
  'A part of {file} is missing': '{file} का एक हिस्सा नहीं है',
  'The browser gave no access to the folder. The copies in it are as they were. Try again, or choose another folder':
    'ब्राउज़र ने फ़ोल्डर नहीं खोला। उसमें की प्रतियाँ जैसी थीं वैसी ही हैं। फिर कोशिश करें, या दूसरा फ़ोल्डर चुनें',
  '{name} is not in the folder any more. Look again, or choose another one':
    '{name} अब फ़ोल्डर में नहीं है। फिर देखें, या कोई और चुनें',
  '{count} of {total} files of your documents in the folder are damaged':
    'फ़ोल्डर में आपके दस्तावेज़ों की {total} में से {count} फ़ाइलें खराब हैं',
  'not all could be copied to the folder. {detail}': 'सब कुछ फ़ोल्डर में कॉपी नहीं हो सका। {detail}',
  '{failed} of {count} files of your documents could not be written or read back':
    'आपके दस्तावेज़ों की {count} में से {failed} फ़ाइलें न लिखी जा सकीं, न वापस पढ़ी जा सकीं',
  'Copying the files of your documents: {done} of {count}': 'आपके दस्तावेज़ों की फ़ाइलें कॉपी हो रही हैं: {count} में से {done}',
  'This browser would not hand the file to other apps. The backup is as it was. Download it instead, and share the download':
    'यह ब्राउज़र फ़ाइल दूसरे ऐप को नहीं देता। बैकअप जैसा था वैसा ही है। इसके बजाय उसे डाउनलोड करें, और डाउनलोड साझा करें',
  'The restore was cancelled': 'वापस लाना रद्द किया गया',
  'The rollback was cancelled': 'वापसी रद्द की गई',
  'The import was cancelled': 'आयात रद्द किया गया',
  'Backup {name} written and verified ({size} bytes)': 'बैकअप {name} लिखा और जाँचा गया ({size} बाइट)',

  // Backups: why they were made, and why they are kept
  'made by hand': 'हाथ से बनाया',
  'before the upgrade to {version}': '{version} पर अपग्रेड से पहले',
  'before the restore': 'वापस लाने से पहले',
  'before the rollback': 'पुराने संस्करण पर लौटने से पहले',
  'the daily backup': 'रोज़ का बैकअप',
  'an export': 'निर्यात',
  'before ‘{file}’ was imported': '‘{file}’ के आयात से पहले',
  'before {count} records were deleted': '{count} रिकॉर्ड हटाने से पहले',
  'It is the newest verified backup': 'यह सबसे नया जाँचा हुआ बैकअप है',
  'It is the newest verified backup with records in it': 'यह रिकॉर्ड वाला सबसे नया जाँचा हुआ बैकअप है',
  'It is the newest from before data version {version}': 'यह डेटा संस्करण {version} से पहले का सबसे नया है',
  'It was made before the last restore, which it can undo': 'यह पिछली बार वापस लाने से पहले बना, और उसे पलट सकता है',
  'You have pinned it': 'आपने इसे पिन किया है',
  'It cannot be read, so it is not judged': 'यह पढ़ा नहीं जा सकता, इसलिए इस पर निर्णय नहीं होता',
  'It holds data of a newer version than yours': 'इसमें आपके से नए संस्करण का डेटा है',
  'It has not been verified, so it is not judged': 'यह जाँचा नहीं गया, इसलिए इस पर निर्णय नहीं होता',
  'No backup is verified yet, so none is removed': 'अभी कोई बैकअप जाँचा नहीं गया, इसलिए कोई हटाया नहीं जाता',
  'Its date is later than that of the newest verified backup': 'इसकी तारीख सबसे नए जाँचे बैकअप के बाद की है',
  'Every backup of the last 7 days is kept': 'पिछले 7 दिनों का हर बैकअप रहता है',
  'It is the newest verified one of its week': 'यह अपने सप्ताह का सबसे नया जाँचा हुआ है',
  'The newest backup holds {count} records, the one before it {total}':
    'सबसे नए बैकअप में {count} रिकॉर्ड हैं, उससे पहले वाले में {total}',
  'If that is right, pin the newest one; until then no backup is removed':
    'यदि यह सही है तो सबसे नए को पिन करें; तब तक कोई बैकअप नहीं हटता',
  'Your data is not open, or not all that was there. Until it is, any backup may be the one that brings it back, so none is removed':
    'आपका डेटा खुला नहीं है, या सब नहीं है। तब तक कोई भी बैकअप उसे लौटाने वाला हो सकता है, इसलिए कोई हटाया नहीं जाता',

  // The health check
  'Every record satisfies the rules of its version': 'हर रिकॉर्ड अपने संस्करण के नियमों के अनुरूप है',
  'One record does not satisfy the rules of its version': 'एक रिकॉर्ड अपने संस्करण के नियमों के अनुरूप नहीं है',
  '{count} records do not satisfy the rules of its version': '{count} रिकॉर्ड अपने संस्करण के नियमों के अनुरूप नहीं हैं',
  '{store}, {field}: {why}': '{store}, {field}: {why}',
  'They are kept as they are. An upgrade offers to set them aside whole; a backup from before may hold them sound':
    'वे जैसे हैं वैसे ही रहते हैं। अपग्रेड उन्हें पूरा अलग रखने का विकल्प देता है; पहले के बैकअप में वे ठीक हो सकते हैं',
  'Every record finds the records that it names': 'हर रिकॉर्ड को अपने बताए रिकॉर्ड मिलते हैं',
  'Some records name others that are not there': 'कुछ रिकॉर्ड ऐसे रिकॉर्ड बताते हैं जो नहीं हैं',
  'Restore the newest backup from before, or add only what is missing from it':
    'पहले का सबसे नया बैकअप वापस लाएँ, या उसमें से केवल जो नहीं है वह जोड़ें',
  'There are fewer records than when they were last counted': 'पिछली गिनती से कम रिकॉर्ड हैं',
  '{store}: {count} instead of {total}': '{store}: {total} के बजाय {count}',
  'If you did not remove them yourself, look at a backup from before: it shows what it would bring back':
    'यदि आपने ख़ुद नहीं हटाए, तो पहले का बैकअप देखें: वह दिखाता है कि क्या लौटाएगा',
  'Nothing was written since the newest backup, and your data is exactly what it holds':
    'सबसे नए बैकअप के बाद कुछ नहीं लिखा गया, और आपका डेटा ठीक वही है',
  'Nothing was written since the newest backup, and still your data is not what it holds':
    'सबसे नए बैकअप के बाद कुछ नहीं लिखा गया, फिर भी आपका डेटा वैसा नहीं है',
  'The disk may have changed it. Restore the newest backup': 'शायद डिस्क ने उसे बदला है। सबसे नया बैकअप वापस लाएँ',
  'What your figures are computed from is what your records say': 'आपके आँकड़े जिससे बनते हैं वह आपके रिकॉर्ड जैसा ही है',
  'What your figures were computed from was not what your records say. It has been built anew':
    'आपके आँकड़े जिससे बने थे वह आपके रिकॉर्ड जैसा नहीं था। उसे नए सिरे से बनाया गया',
  'Nothing is lost. Open the overview again: it shows the figures of your records':
    'कुछ खोया नहीं। अवलोकन फिर खोलें: वह आपके रिकॉर्ड के आँकड़े दिखाता है',
  'There is no backup in this browser yet': 'इस ब्राउज़र में अभी कोई बैकअप नहीं है',
  'Make one now, and download it': 'अभी एक बनाएँ, और डाउनलोड करें',
  'The backup is whole, read from the first byte to the last': 'बैकअप पूरा है, पहले से आख़िरी बाइट तक पढ़ा गया',
  'All {count} backups are whole, read from the first byte to the last':
    'सभी {count} बैकअप पूरे हैं, पहले से आख़िरी बाइट तक पढ़े गए',
  '{count} of {total} backups cannot be restored': '{total} में से {count} बैकअप वापस नहीं लाए जा सकते',
  'Make a new backup now. Damaged ones are kept until you delete them':
    'अभी नया बैकअप बनाएँ। ख़राब बैकअप आपके हटाने तक रहते हैं',
  '{count} of {total} copies in the folder cannot be restored':
    'फ़ोल्डर की {total} में से {count} प्रतियाँ वापस नहीं लाई जा सकतीं',
  'Copy to the folder again: damaged copies are written anew': 'फ़ोल्डर में फिर कॉपी करें: ख़राब प्रतियाँ नए सिरे से लिखी जाती हैं',
  'All {count} copies in the folder are whole, read back from there':
    'फ़ोल्डर की सभी {count} प्रतियाँ पूरी हैं, वहाँ से वापस पढ़ी गईं',
  'The folder for copies cannot be reached at present': 'प्रतियों का फ़ोल्डर अभी नहीं मिल रहा',
  'Reconnect it, or choose another one': 'उसे फिर जोड़ें, या दूसरा चुनें',
  'This browser does not say how much room is left': 'यह ब्राउज़र नहीं बताता कि कितनी जगह बची है',
  "There is room: {size} MB by the browser's own word": 'जगह है: ब्राउज़र के अनुसार {size} MB',
  'Only {size} MB are left for this app': 'इस ऐप के लिए केवल {size} MB बचे हैं',
  'Free some space on this device, or remove old backups after downloading them':
    'इस उपकरण पर जगह बनाएँ, या पुराने बैकअप डाउनलोड करके हटाएँ',
  'The browser has not promised to keep this data when space runs short':
    'ब्राउज़र ने जगह कम पड़ने पर यह डेटा रखने का वादा नहीं किया है',
  'A copy left this browser on {day}': '{day} को एक प्रति इस ब्राउज़र से बाहर गई',
  'No copy outside this browser is known': 'इस ब्राउज़र के बाहर कोई प्रति ज्ञात नहीं',
  'The last copy outside this browser is of {day}': 'इस ब्राउज़र के बाहर की पिछली प्रति {day} की है',
  'Download a backup and put it where you keep important things': 'बैकअप डाउनलोड करके वहाँ रखें जहाँ ज़रूरी चीज़ें रखते हैं',

  // Steps that can be taken back
  'Add {what}': '{what} जोड़ना',
  'Copy {what}': '{what} की नकल',
  'Edit {what}': '{what} बदलना',
  'Archive {what}': '{what} अलग रखना',
  'Bring back {what}': '{what} वापस लाना',
  'Delete {what}': '{what} हटाना',
  'Add the account ‘{name}’': 'खाता ‘{name}’ जोड़ना',
  'Edit the account ‘{name}’': 'खाता ‘{name}’ बदलना',
  'Add the asset ‘{name}’': 'संपत्ति ‘{name}’ जोड़ना',
  'Edit the asset ‘{name}’': 'संपत्ति ‘{name}’ बदलना',
  'Add the file ‘{name}’': 'फ़ाइल ‘{name}’ जोड़ना',
  'Add a transfer': 'अंतरण जोड़ना',
  'Edit both ends of a transfer': 'अंतरण के दोनों छोर बदलना',
  'Set a price': 'भाव दर्ज करना',
  'Set an exchange rate': 'विनिमय दर दर्ज करना',
  'Change the base currency': 'आधार मुद्रा बदलना',
  'Change the settings': 'सेटिंग बदलना',
  'Open an account again': 'खाता फिर खोलना',
  'Close an account': 'खाता बंद करना',
  'Import of {file}': '{file} का आयात',
  'Deletes {what}. You can undo this': '{what} हटेगा। आप इसे वापस ले सकते हैं',
  'Deletes {what}, and with it {list}. You can undo this': '{what} हटेगा, और साथ में {list}। आप इसे वापस ले सकते हैं',
  'Deletes {what}, and with them {list}. You can undo this': '{what} हटेंगे, और साथ में {list}। आप इसे वापस ले सकते हैं',
  'a purchase': 'ख़रीद',
  'a sale': 'बिक्री',
  'a dividend': 'लाभांश',
  interest: 'ब्याज',
  'a deposit': 'जमा',
  'a withdrawal': 'निकासी',
  'a fee': 'शुल्क',
  'a tax': 'कर',
  'a transfer in': 'आवक अंतरण',
  'a transfer out': 'जावक अंतरण',
  'a split': 'विभाजन',
  'a delivery in': 'आवक सुपुर्दगी',
  'a delivery out': 'जावक सुपुर्दगी',
  'an opening balance': 'प्रारंभिक शेष',
  'an asset': 'संपत्ति',
  'an account': 'खाता',
  'a transaction': 'लेनदेन',
  'a record': 'रिकॉर्ड',

  // What records are called
  'the settings ‘{name}’': 'सेटिंग ‘{name}’',
  'the settings': 'सेटिंग',
  'A settings': 'सेटिंग',
  '1 settings': '1 सेटिंग',
  '{count} settings': '{count} सेटिंग',
  'The settings of {day}': '{day} का सेटिंग',
  settings: 'सेटिंग',
  'the person ‘{name}’': 'व्यक्ति ‘{name}’',
  'the person': 'व्यक्ति',
  'A person': 'व्यक्ति',
  person: 'व्यक्ति',
  '1 person': '1 व्यक्ति',
  '{count} persons': '{count} व्यक्ति',
  'The person of {day}': '{day} का व्यक्ति',
  persons: 'व्यक्ति',
  'the account ‘{name}’': 'खाता ‘{name}’',
  'the account': 'खाता',
  'A account': 'खाता',
  account: 'खाता',
  '1 account': '1 खाता',
  '{count} accounts': '{count} खाते',
  'The account of {day}': '{day} का खाता',
  accounts: 'खाते',
  'the asset ‘{name}’': 'संपत्ति ‘{name}’',
  'the asset': 'संपत्ति',
  'A asset': 'संपत्ति',
  asset: 'संपत्ति',
  '1 asset': '1 संपत्ति',
  '{count} assets': '{count} संपत्तियाँ',
  'The asset of {day}': '{day} का संपत्ति',
  assets: 'संपत्तियाँ',
  'the transaction ‘{name}’': 'लेनदेन ‘{name}’',
  'the transaction': 'लेनदेन',
  'A transaction': 'लेनदेन',
  transaction: 'लेनदेन',
  '1 transaction': '1 लेनदेन',
  '{count} transactions': '{count} लेनदेन',
  'The transaction of {day}': '{day} का लेनदेन',
  transactions: 'लेनदेन',
  'the price ‘{name}’': 'भाव ‘{name}’',
  'the price': 'भाव',
  'A price': 'भाव',
  price: 'भाव',
  '1 price': '1 भाव',
  '{count} prices': '{count} भाव',
  'The price of {day}': '{day} का भाव',
  prices: 'भाव',
  'the exchange rate ‘{name}’': 'विनिमय दर ‘{name}’',
  'the exchange rate': 'विनिमय दर',
  'A exchange rate': 'विनिमय दर',
  'exchange rate': 'विनिमय दर',
  '1 exchange rate': '1 विनिमय दर',
  '{count} exchange rates': '{count} विनिमय दरें',
  'The exchange rate of {day}': '{day} का विनिमय दर',
  'exchange rates': 'विनिमय दरें',
  'the document ‘{name}’': 'दस्तावेज़ ‘{name}’',
  'the document': 'दस्तावेज़',
  'A document': 'दस्तावेज़',
  document: 'दस्तावेज़',
  '1 document': '1 दस्तावेज़',
  '{count} documents': '{count} दस्तावेज़',
  'The document of {day}': '{day} का दस्तावेज़',
  documents: 'दस्तावेज़',
  'the performance figure ‘{name}’': 'प्रदर्शन आँकड़ा ‘{name}’',
  'the performance figure': 'प्रदर्शन आँकड़ा',
  'A performance figure': 'प्रदर्शन आँकड़ा',
  'performance figure': 'प्रदर्शन आँकड़ा',
  '1 performance figure': '1 प्रदर्शन आँकड़ा',
  '{count} performance figures': '{count} प्रदर्शन आँकड़े',
  'The performance figure of {day}': '{day} का प्रदर्शन आँकड़ा',
  'performance figures': 'प्रदर्शन आँकड़े',
  'the year of recorded values ‘{name}’': 'दर्ज मूल्यों का वर्ष ‘{name}’',
  'the year of recorded values': 'दर्ज मूल्यों का वर्ष',
  'A year of recorded values': 'दर्ज मूल्यों का वर्ष',
  'year of recorded values': 'दर्ज मूल्यों का वर्ष',
  '1 year of recorded values': '1 दर्ज मूल्यों का वर्ष',
  '{count} years of recorded values': '{count} दर्ज मूल्यों के वर्ष',
  'The year of recorded values of {day}': '{day} का दर्ज मूल्यों का वर्ष',
  'years of recorded values': 'दर्ज मूल्यों के वर्ष',
  'the currency risk ‘{name}’': 'मुद्रा जोखिम ‘{name}’',
  'the currency risk': 'मुद्रा जोखिम',
  'A currency risk': 'मुद्रा जोखिम',
  'currency risk': 'मुद्रा जोखिम',
  '1 currency risk': '1 मुद्रा जोखिम',
  '{count} currency risks': '{count} मुद्रा जोखिम',
  'The currency risk of {day}': '{day} का मुद्रा जोखिम',
  'currency risks': 'मुद्रा जोखिम',
  'the tax residency ‘{name}’': 'कर निवास ‘{name}’',
  'the tax residency': 'कर निवास',
  'A tax residency': 'कर निवास',
  'tax residency': 'कर निवास',
  '1 tax residency': '1 कर निवास',
  '{count} tax residencies': '{count} कर निवास',
  'The tax residency of {day}': '{day} का कर निवास',
  'tax residencies': 'कर निवास',
  'the entry of the day log ‘{name}’': 'दिन-सूची की प्रविष्टि ‘{name}’',
  'the entry of the day log': 'दिन-सूची की प्रविष्टि',
  'A entry of the day log': 'दिन-सूची की प्रविष्टि',
  'entry of the day log': 'दिन-सूची की प्रविष्टि',
  '1 entry of the day log': '1 दिन-सूची की प्रविष्टि',
  '{count} entries of the day log': '{count} दिन-सूची की प्रविष्टियाँ',
  'The entry of the day log of {day}': '{day} का दिन-सूची की प्रविष्टि',
  'entries of the day log': 'दिन-सूची की प्रविष्टियाँ',
  'the requirement ‘{name}’': 'आवश्यकता ‘{name}’',
  'the requirement': 'आवश्यकता',
  'A requirement': 'आवश्यकता',
  requirement: 'आवश्यकता',
  '1 requirement': '1 आवश्यकता',
  '{count} requirements': '{count} आवश्यकताएँ',
  'The requirement of {day}': '{day} का आवश्यकता',
  requirements: 'आवश्यकताएँ',
  'the record ‘{name}’': 'रिकॉर्ड ‘{name}’',
  'the record': 'रिकॉर्ड',
  'A record': 'रिकॉर्ड',
  record: 'रिकॉर्ड',
  '1 record': '1 रिकॉर्ड',
  '{count} records': '{count} रिकॉर्ड',
  'The record of {day}': '{day} का रिकॉर्ड',
  records: 'रिकॉर्ड',
  fxRates: 'विनिमय दरें',
  performanceMetrics: 'प्रदर्शन आँकड़े',
  performanceSnapshots: 'मूल्य इतिहास',
  currencyRisks: 'मुद्रा जोखिम',
  taxResidencies: 'कर निवास',
  dayLog: 'दिन-सूची',
  complianceRequirements: 'अनुपालन आवश्यकताएँ',
  quarantine: 'अलग रखे रिकॉर्ड',
  holdings: 'धारिता',
  'cost basis': 'लागत',
  cash: 'नकद',
  'the backup': 'बैकअप',
  nothing: 'कुछ नहीं',
  Settings: 'सेटिंग',

  // What stands in the way of saving
  '{detail} Your data is as it was before': '{detail} आपका डेटा पहले जैसा ही है',
  'The file is closed': 'फ़ाइल बंद है',
  'The store could not be read': 'भंडार पढ़ा नहीं जा सका',
  '‘{name}’ was changed meanwhile, so nothing was written': '‘{name}’ इस बीच बदला गया, इसलिए कुछ नहीं लिखा गया',
  '{count} records were changed meanwhile, so nothing was written':
    '{count} रिकॉर्ड इस बीच बदले गए, इसलिए कुछ नहीं लिखा गया',
  'Nothing was saved': 'कुछ सहेजा नहीं गया',
  'Nothing was written': 'कुछ नहीं लिखा गया',
  'Nothing was saved. {detail} (and {count} more)': 'कुछ सहेजा नहीं गया। {detail} (और {count} अन्य)',
  'There is no space left for this browser, so nothing was saved: everything is as it was. Free some space on the disk and try again':
    'इस ब्राउज़र के लिए जगह नहीं बची, इसलिए कुछ सहेजा नहीं गया: सब जैसा था वैसा ही है। डिस्क पर जगह बनाकर फिर कोशिश करें',
  'Settings cannot be deleted': 'सेटिंग हटाई नहीं जा सकती',
  'The account is not there. Choose another one': 'वह खाता नहीं है। दूसरा चुनें',
  'The asset is not there. Choose another one': 'वह संपत्ति नहीं है। दूसरा चुनें',
  'The person is not there. Choose another one': 'वह व्यक्ति नहीं है। दूसरा चुनें',
  'The document is not there. Choose another one': 'वह दस्तावेज़ नहीं है। दूसरा चुनें',
  'The tax residency is not there. Choose another one': 'वह कर निवास नहीं है। दूसरा चुनें',
  'The {what} is not there. Choose another one': '{what} नहीं है। दूसरा चुनें',
  '‘{name}’ cannot go alone: {list} still belong to it': '‘{name}’ अकेला नहीं जा सकता: {list} अब भी उसके हैं',
  'Your data was upgraded, restored or rolled back since, so what was done before cannot be taken back step by step any more. The backup that was made then holds your data as it was':
    'इसके बाद आपका डेटा अपग्रेड, बहाल या पुराने संस्करण पर लौटाया गया, इसलिए पहले का काम अब एक-एक करके वापस नहीं लिया जा सकता। तब बने बैकअप में आपका डेटा जैसा था वैसा है',
  'This step is too large to be kept for undoing. The backup that was made before it holds your data as it was':
    'यह काम वापस लेने के लिए रखने को बहुत बड़ा है। इससे पहले बने बैकअप में आपका डेटा जैसा था वैसा है',
  'The browser could not keep what undoing needs. What you did is saved, and cannot be undone by itself':
    'ब्राउज़र वापस लेने के लिए ज़रूरी बातें नहीं रख सका। आपका काम सहेजा गया है, और अपने आप वापस नहीं लिया जा सकता',
  'The asset is no longer there': 'संपत्ति अब नहीं है',
  'Your data is at version {version}, which cannot keep this exactly: it would become {value}. Upgrade your data, or write fewer digits':
    'आपका डेटा संस्करण {version} पर है, जो इसे ठीक-ठीक नहीं रख सकता: यह {value} हो जाता। डेटा अपग्रेड करें, या कम अंक लिखें',
  'This record is damaged. Delete it, or restore a backup': 'यह रिकॉर्ड ख़राब है। इसे हटाएँ, या बैकअप वापस लाएँ',
  '{field} is not valid: {why}': '{field} मान्य नहीं है: {why}',
  'Choose a day that exists': 'ऐसा दिन चुनें जो होता है',
  'It is no longer there, so there is nothing to copy': 'वह अब नहीं है, इसलिए नकल के लिए कुछ नहीं',
  'There is nothing left to take back or to do again': 'वापस लेने या फिर करने को कुछ नहीं बचा',
  'There is nothing left to undo': 'वापस लेने को कुछ नहीं बचा',
  'This import cannot be taken back by itself. The backup that was made before holds your data as it was':
    'यह आयात अपने आप वापस नहीं लिया जा सकता। पहले बने बैकअप में आपका डेटा जैसा था वैसा है',
  'Something else was changed since this import. Undo that first, then the import':
    'इस आयात के बाद कुछ और बदला गया। पहले उसे वापस लें, फिर आयात को',
  '‘{name}’ has {size} MB; this app keeps files of up to {most} MB. Nothing was added. Make it smaller, or note where it lies instead':
    '‘{name}’ {size} MB की है; यह ऐप {most} MB तक की फ़ाइलें रखता है। कुछ नहीं जोड़ा गया। इसे छोटा करें, या लिखें कि वह कहाँ रखी है',
  '‘{name}’ is empty, so nothing was added': '‘{name}’ ख़ाली है, इसलिए कुछ नहीं जोड़ा गया',
  '‘{name}’ could not be kept: {detail} Nothing was added': '‘{name}’ रखी नहीं जा सकी: {detail} कुछ नहीं जोड़ा गया',
  'Nothing was added': 'कुछ नहीं जोड़ा गया',
  'Its prices are in {currency}, those of ‘{name}’ in {other}': 'इसके भाव {currency} में हैं, ‘{name}’ के {other} में',

  // Forms, field by field
  '{what} needs an asset': '{what} के लिए संपत्ति चाहिए',
  '{what} needs a number of units': '{what} के लिए इकाइयों की संख्या चाहिए',
  'Give the account a name': 'खाते को नाम दें',
  'In which country is it held?': 'वह किस देश में है?',
  'Choose what kind of account it is': 'चुनें कि खाता किस प्रकार का है',
  'The account would be closed before it was opened': 'खाता खुलने से पहले ही बंद हो जाता',
  '‘{country}’ is not a country. Choose one from the list': '‘{country}’ कोई देश नहीं है। सूची से चुनें',
  'Give it a name': 'इसे नाम दें',
  'Choose the account it is held in': 'वह जिस खाते में है उसे चुनें',
  'This account is no longer there. Choose another one': 'यह खाता अब नहीं है। दूसरा चुनें',
  'Choose what it is': 'चुनें कि यह क्या है',
  'In which country is it domiciled?': 'इसका मूल देश कौन-सा है?',
  'In which country does its owner live?': 'इसका मालिक किस देश में रहता है?',
  'This is not an ISIN as they are made up: a digit may be wrong': 'ISIN ऐसे नहीं बनता: शायद कोई अंक ग़लत है',
  'Below zero? What is owed is better kept as a mortgage or a loan': 'शून्य से कम? कर्ज़ को बंधक या ऋण के रूप में रखना बेहतर है',
  'Write the number of units without a minus': 'इकाइयाँ ऋण चिह्न के बिना लिखें',
  'Choose an asset': 'संपत्ति चुनें',
  'Of which day is the price?': 'भाव किस दिन का है?',
  'Write the price of one unit': 'एक इकाई का भाव लिखें',
  'A price is not below zero': 'भाव शून्य से कम नहीं होता',
  'Worth nothing? It is taken as you wrote it': 'कुछ मूल्य नहीं? आपने जैसा लिखा वैसा ही माना गया',
  'A rate is between two different currencies': 'दर दो अलग मुद्राओं के बीच होती है',
  'Of which day is the rate?': 'दर किस दिन की है?',
  'Write what one {base} costs in {quote}': 'लिखें कि एक {base} {quote} में कितने का है',
  'A rate is above zero': 'दर शून्य से अधिक होती है',
  'On which day was it?': 'यह किस दिन हुआ?',
  'Choose an account': 'खाता चुनें',
  'This asset is no longer there. Choose another one': 'यह संपत्ति अब नहीं है। दूसरी चुनें',
  'How many units?': 'कितनी इकाइयाँ?',
  'Write the number of units without a minus: the type says whether they come in or go out':
    'इकाइयाँ ऋण चिह्न के बिना लिखें: प्रकार बताता है कि वे आती हैं या जाती हैं',
  'A split into 0 would leave nothing': '0 में विभाजन से कुछ नहीं बचता',
  'Zero units change nothing. Write how many there were': 'शून्य इकाइयाँ कुछ नहीं बदलतीं। लिखें कि कितनी थीं',
  'Write new units to old ones: 3:2': 'नई और पुरानी इकाइयों का अनुपात लिखें: 3:2',
  'This cannot be written exactly; it is kept to twenty digits and more':
    'इसे ठीक-ठीक नहीं लिखा जा सकता; बीस से अधिक अंकों तक रखा जाता है',
  'How much was it?': 'कितना था?',
  'Without what they cost, these units count as having cost nothing': 'लागत के बिना ये इकाइयाँ मुफ़्त मानी जाती हैं',
  'For nothing? It is taken as you wrote it': 'मुफ़्त? आपने जैसा लिखा वैसा ही माना गया',
  'Zero changes nothing. Write how much it was': 'शून्य से कुछ नहीं बदलता। लिखें कि कितना था',
  'Interest on what you owe is paid, not received: write it with a minus':
    'कर्ज़ पर ब्याज चुकाया जाता है, मिलता नहीं: ऋण चिह्न के साथ लिखें',
  'With a minus it takes back an earlier one': 'ऋण चिह्न के साथ यह पहले वाले को वापस लेता है',
  'With a minus it is interest that was paid, or takes back an earlier one':
    'ऋण चिह्न के साथ यह चुकाया ब्याज है, या पहले वाले को वापस लेता है',
  'With a minus the account begins overdrawn': 'ऋण चिह्न के साथ खाता ओवरड्रॉ से शुरू होता है',
  'Write it without a minus, or choose Withdrawal': 'ऋण चिह्न के बिना लिखें, या निकासी चुनें',
  'Write it without a minus, or choose Deposit': 'ऋण चिह्न के बिना लिखें, या जमा चुनें',
  'Write the amount without a minus': 'राशि ऋण चिह्न के बिना लिखें',
  '{units} × {price} is {product}, not {gross}. If the rest is a fee or a tax, write it there':
    '{units} × {price} = {product}, {gross} नहीं। बाक़ी यदि शुल्क या कर है तो वहाँ लिखें',
  'With a minus fees are paid back': 'ऋण चिह्न के साथ शुल्क लौटाया जाता है',
  'With a minus taxes are paid back': 'ऋण चिह्न के साथ कर लौटाया जाता है',
  'Without the rate that was booked, the table’s rate of that day is used':
    'दर्ज दर के बिना तालिका की उस दिन की दर ली जाती है',
  'A rate is above zero: what one {currency} was worth in {account}':
    'दर शून्य से अधिक होती है: एक {currency} {account} में कितने का था',
  'More than is held in this account on that day: {held}': 'उस दिन इस खाते में जितना था उससे अधिक: {held}',
  'Choose a currency': 'मुद्रा चुनें',
  '‘{currency}’ is not a currency. Use its three letters, such as EUR':
    '‘{currency}’ कोई मुद्रा नहीं है। तीन अक्षर लिखें, जैसे EUR',
  'This account was closed on {day}': 'यह खाता {day} को बंद हुआ',
  'This account was opened on {day}, later than that': 'यह खाता उसके बाद {day} को खुला',
  'From which account?': 'किस खाते से?',
  'To which account?': 'किस खाते में?',
  'Choose another account than the one it comes from': 'जिससे आता है उससे अलग खाता चुनें',
  'How many units were moved?': 'कितनी इकाइयाँ हटाई गईं?',
  'How much was moved?': 'कितना हटाया गया?',
  'How much arrived, in {currency}?': '{currency} में कितना पहुँचा?',
  'It differs from what left. If the rest is a fee, write it there': 'यह निकली राशि से अलग है। बाक़ी यदि शुल्क है तो वहाँ लिखें',
  'Write it without a minus: the accounts say which way it goes': 'ऋण चिह्न के बिना लिखें: खाते दिशा बताते हैं',
  'Zero moves nothing': 'शून्य से कुछ नहीं हटता',
  'This day is still to come': 'यह दिन अभी आना है',
  'This is a long time ago. Is the year right?': 'यह बहुत पुराना है। क्या वर्ष सही है?',
  'Characters that cannot be seen were taken out': 'अदृश्य अक्षर हटाए गए',
  'Write a day that exists, as year, month and day: 2024-02-29': 'ऐसा दिन लिखें जो होता है, वर्ष, महीना और दिन: 2024-02-29',
  'There is no such day: {month} {year} has {days} days': 'ऐसा कोई दिन नहीं: {month} {year} में {days} दिन हैं',
  'Write a number with at most 30 digits before the point': 'दशमलव से पहले अधिकतम 30 अंकों की संख्या लिखें',
  'Write at most 30 digits after the point': 'दशमलव के बाद अधिकतम 30 अंक लिखें',
  'Write a number such as {example}': '{example} जैसी संख्या लिखें',
  'A purchase needs an asset': 'ख़रीद के लिए संपत्ति चाहिए',
  'A sale needs an asset': 'बिक्री के लिए संपत्ति चाहिए',
  'A split needs an asset': 'विभाजन के लिए संपत्ति चाहिए',
  'A delivery needs an asset': 'सुपुर्दगी के लिए संपत्ति चाहिए',
  'This needs an asset': 'इसके लिए संपत्ति चाहिए',
  'A split needs its new units for one old': 'विभाजन के लिए हर पुरानी इकाई की नई इकाइयाँ चाहिए',
  'A purchase needs a number of units': 'ख़रीद के लिए इकाइयों की संख्या चाहिए',
  'A sale needs a number of units': 'बिक्री के लिए इकाइयों की संख्या चाहिए',
  'A delivery needs a number of units': 'सुपुर्दगी के लिए इकाइयों की संख्या चाहिए',
  'This needs a number of units': 'इसके लिए इकाइयों की संख्या चाहिए',
  'It would end before it begins': 'यह शुरू होने से पहले समाप्त हो जाता',
  'An amount needs its currency': 'राशि के लिए मुद्रा चाहिए',
  'Say why it cannot be told': 'बताएँ कि क्यों नहीं बताया जा सकता',
  'Choose what was bought': 'चुनें कि क्या ख़रीदा',
  'How many units were bought?': 'कितनी इकाइयाँ ख़रीदीं?',
  'Write the price of one unit, or the amount in all': 'एक इकाई का भाव या कुल राशि लिखें',
  'Choose what was sold': 'चुनें कि क्या बेचा',
  'How many units were sold?': 'कितनी इकाइयाँ बेचीं?',
  'Choose the asset that paid it': 'जिस संपत्ति ने दिया उसे चुनें',
  'How much was paid, before taxes?': 'कर से पहले कितना मिला?',
  'How much interest was it, before taxes?': 'कर से पहले कितना ब्याज था?',
  'How much was paid in?': 'कितना जमा हुआ?',
  'How much was taken out?': 'कितना निकाला?',
  'How much was the fee?': 'शुल्क कितना था?',
  'How much tax was it?': 'कर कितना था?',
  'How many units came in?': 'कितनी इकाइयाँ आईं?',
  'How much came in?': 'कितना आया?',
  'How many units went out?': 'कितनी इकाइयाँ गईं?',
  'How much went out?': 'कितना गया?',
  'Choose what was split': 'चुनें कि किसका विभाजन हुआ',
  'Into how many new units was each old one split? Write 4, or 3:2': 'हर पुरानी इकाई कितनी नई में बँटी? 4 या 3:2 लिखें',
  'Choose what came in': 'चुनें कि क्या आया',
  'Choose what went out': 'चुनें कि क्या गया',
  'How many units were held?': 'कितनी इकाइयाँ थीं?',
  'How much cash was there?': 'कितना नकद था?',

  // What figures say of themselves
  'Takes out {units}, but only {held} are held in this account; it is left out of account':
    '{units} निकालता है, पर इस खाते में केवल {held} हैं; इसे हिसाब से बाहर रखा गया',
  "Names lots that do not hold {units} of these units; they are taken by the portfolio's cost method":
    'ऐसे लॉट बताता है जिनमें {units} इकाइयाँ नहीं हैं; वे पोर्टफ़ोलियो की लागत विधि से ली जाती हैं',
  'No transfer out of another account goes with it, and it states no cost: these units count as having cost nothing':
    'किसी दूसरे खाते से निकासी इससे नहीं जुड़ती और लागत नहीं बताई गई: ये इकाइयाँ मुफ़्त मानी जाती हैं',
  'A quantity of {units} cannot be booked; it is left out of account':
    '{units} मात्रा दर्ज नहीं हो सकती; इसे हिसाब से बाहर रखा गया',
  'No exchange rate from {from} to {to} is known on or before {day}': '{day} तक {from} से {to} की कोई दर ज्ञात नहीं',
  'The asset that it names is not there': 'जिस संपत्ति का नाम है वह नहीं है',
  'Its date is no day of the calendar': 'इसकी तारीख कैलेंडर में नहीं है',
  'Its quantity cannot be booked; it is left out of account': 'इसकी मात्रा दर्ज नहीं हो सकती; इसे हिसाब से बाहर रखा गया',
  'A value at the start or end of the period is not known, because an exchange rate is missing':
    'अवधि के आरंभ या अंत का मूल्य ज्ञात नहीं, क्योंकि विनिमय दर नहीं है',
  'A value within the period is not known, because an exchange rate is missing':
    'अवधि के भीतर का मूल्य ज्ञात नहीं, क्योंकि विनिमय दर नहीं है',
  'On {count} days, first on {day}, there was a value but nothing invested that could have earned it':
    '{count} दिन, पहली बार {day} को, मूल्य था पर उसे कमाने वाला कोई निवेश नहीं',
  'On {count} days, first on {day}, more was owed than owned, where no return can be told':
    '{count} दिन, पहली बार {day} को, संपत्ति से अधिक कर्ज़ था; वहाँ प्रतिफल नहीं बताया जा सकता',
  '{count} movements could not be converted: an exchange rate is missing':
    '{count} लेनदेन बदले नहीं जा सके: विनिमय दर नहीं है',
  'Money went in and out in such a way that more than one rate fits, so none is named':
    'पैसा इस तरह आया-गया कि एक से अधिक दरें ठीक बैठती हैं, इसलिए कोई नहीं बताई जाती',
  'There are no cash flows': 'कोई भुगतान नहीं है',
  'All cash flows have the same sign: nothing was put in, or nothing came back':
    'सभी भुगतान एक ही दिशा में हैं: कुछ डाला नहीं गया, या कुछ लौटा नहीं',
  'No rate makes these cash flows add up to nothing': 'कोई दर इन भुगतानों का योग शून्य नहीं करती',
  'The rate is too large to be told': 'दर बताने के लिए बहुत बड़ी है',
  'Cash in accounts': 'खातों में नकद',
  'Interest on accounts': 'खातों पर ब्याज',
  'Cash and everything else': 'नकद और बाक़ी सब',
  Portfolio: 'पोर्टफ़ोलियो',

  // Why a hedge is usual
  'No base currency is set, so nothing is foreign yet': 'आधार मुद्रा तय नहीं है, इसलिए अभी कुछ विदेशी नहीं है',
  'Its value depends on your base currency': 'इसका मूल्य आपकी आधार मुद्रा पर निर्भर है',
  'The share class is hedged to your base currency already': 'यह शेयर वर्ग पहले से आपकी आधार मुद्रा में बचाव वाला है',
  'Debt in a foreign currency is covered by assets in the same currency':
    'विदेशी मुद्रा का कर्ज़ उसी मुद्रा की संपत्तियों से ढका है',
  'A pension is paid out over decades, mostly where it is spent': 'पेंशन दशकों में मिलती है, अधिकतर वहीं जहाँ ख़र्च होती है',
  'A policy pays in its own currency and cannot be hedged at a sensible cost':
    'बीमा अपनी मुद्रा में भुगतान करता है और उचित लागत पर उसका बचाव नहीं हो सकता',
  'Gold and commodities have a world price; the currency they are quoted in is not what moves them':
    'सोने और जिंसों का भाव विश्व भर का होता है; भाव की मुद्रा उन्हें नहीं हिलाती',
  'It moves far more than any currency does': 'यह किसी भी मुद्रा से कहीं अधिक हिलता है',
  'Currencies move more than bonds do: unhedged, most of the risk of a foreign bond is its currency':
    'मुद्राएँ बॉन्ड से अधिक हिलती हैं: बिना बचाव के विदेशी बॉन्ड का अधिकतर जोखिम उसकी मुद्रा है',
  'You need the money within five years, too soon for currencies to even out':
    'आपको पैसा पाँच साल के भीतर चाहिए, मुद्राओं के बराबर होने से पहले',
  'Over long periods currencies even out, and companies earn in many of them':
    'लंबे समय में मुद्राएँ बराबर हो जाती हैं, और कंपनियाँ कई मुद्राओं में कमाती हैं',
  'You spend money in this currency: it hedges what you will pay': 'आप इस मुद्रा में ख़र्च करते हैं: यह आपके भावी ख़र्च का बचाव है',
  'Cash in a currency that you do not spend is better exchanged than hedged':
    'जो मुद्रा आप ख़र्च नहीं करते उसका नकद बचाव से बेहतर है कि बदल लिया जाए',
  'Debt in the same currency offsets a part of its value': 'उसी मुद्रा का कर्ज़ इसके मूल्य का एक भाग संतुलित करता है',
  'Foreign property without local debt: half of it is commonly hedged':
    'स्थानीय कर्ज़ के बिना विदेशी संपत्ति: आम तौर पर आधे का बचाव होता है',
  'There is no usual hedge for this kind of asset': 'इस प्रकार की संपत्ति का कोई आम बचाव नहीं है',

  // What rules ask for
  'FBAR: a US person whose financial accounts outside the United States come to more than USD 10,000 together on any day of the year. Counted are account values on the day measured; the highest of the year decides. Due on 15 April, automatically extended to 15 October':
    'FBAR: अमेरिकी व्यक्ति जिसके अमेरिका से बाहर के वित्तीय खाते वर्ष के किसी दिन कुल 10,000 USD से अधिक हों। मापे गए दिन के खाता मूल्य गिने गए; वर्ष का सबसे ऊँचा निर्णायक है। 15 अप्रैल को नियत, अपने आप 15 अक्टूबर तक बढ़ा',
  'Form 8938: a US person whose financial assets abroad exceed a threshold at the end of the year, or a higher one at any time in it. Property and metals that are held directly do not count':
    'Form 8938: अमेरिकी व्यक्ति जिसकी विदेशी वित्तीय संपत्ति वर्षांत पर एक सीमा, या वर्ष में कभी उससे ऊँची सीमा पार करे। सीधे रखी अचल संपत्ति और धातुएँ नहीं गिनी जातीं',
  'Form 8621: a US person reports each foreign fund (PFIC), unless all of them together are at most USD 25,000 (joint 50,000) and there was no excess distribution or gain. Measured are all of them together':
    'Form 8621: अमेरिकी व्यक्ति हर विदेशी फंड (PFIC) बताता है, जब तक सब मिलाकर 25,000 USD (संयुक्त 50,000) से अधिक न हों और कोई अतिरिक्त वितरण या लाभ न हुआ हो। सबका जोड़ मापा गया',
  'W-8BEN: whoever is no US person and holds an account in the United States tells its institution so. It runs to 31 December of the third year after it was signed':
    'W-8BEN: जो अमेरिकी व्यक्ति नहीं है और अमेरिका में खाता रखता है, वह संस्था को यह बताता है। हस्ताक्षर के बाद तीसरे वर्ष के 31 दिसंबर तक मान्य',
  'Schedule FA: whoever is resident and ordinarily resident in India reports every asset abroad that was held on any day of the calendar year. There is no minimum':
    'Schedule FA: जो भारत में निवासी और सामान्यतः निवासी है, वह कैलेंडर वर्ष के किसी भी दिन रखी हर विदेशी संपत्ति बताता है। कोई न्यूनतम सीमा नहीं है',
  'Liberalised Remittance Scheme: a resident of India may send at most USD 250,000 abroad from April to March. Measured is all that left the accounts in India, whatever for: not more than that can have gone abroad':
    'उदारीकृत प्रेषण योजना: भारत का निवासी अप्रैल से मार्च तक अधिकतम 250,000 USD विदेश भेज सकता है। भारत के खातों से जो भी निकला वह मापा गया: उससे अधिक विदेश नहीं गया होगा',
  'Tax collected at source on remittances: above INR 1,000,000 from April to March, 2 % for education and medical treatment, 20 % for other purposes. Read in the state of a bill; whether it was enacted so was not confirmed. Measured is all that left the accounts in India':
    'प्रेषण पर स्रोत पर कर: अप्रैल से मार्च तक 1,000,000 INR से ऊपर, शिक्षा और इलाज के लिए 2 %, अन्य के लिए 20 %। विधेयक की स्थिति में पढ़ा गया; पारित हुआ या नहीं, पुष्टि नहीं। भारत के खातों से जो भी निकला वह मापा गया',
  'Relief under a treaty between India and another country asks for a certificate of residency; one covers one financial year':
    'भारत और दूसरे देश की संधि के तहत राहत के लिए निवास प्रमाणपत्र चाहिए; एक प्रमाणपत्र एक वित्त वर्ष का होता है',
  'SA106: a resident of the United Kingdom reports income from abroad, or claims relief for tax paid there. Due on 31 October on paper, on 31 January online':
    'SA106: ब्रिटेन का निवासी विदेश की आय बताता है, या वहाँ चुकाए कर की राहत माँगता है। काग़ज़ पर 31 अक्टूबर, ऑनलाइन 31 जनवरी तक',
  'T1135: a resident of Canada whose property abroad cost more than CAD 100,000 together; below CAD 250,000 in the simplified form. Things for personal use do not count, and the first year of residence is exempt. Measured are stated costs at the latest rates, where rates of the days of purchase decide':
    'T1135: कनाडा का निवासी जिसकी विदेशी संपत्ति की कुल लागत 100,000 CAD से अधिक हो; 250,000 CAD से कम पर सरल रूप। निजी उपयोग की चीज़ें नहीं गिनी जातीं, और निवास का पहला वर्ष छूट में है। बताई गई लागत ताज़ा दरों पर मापी गई, जबकि ख़रीद के दिन की दरें निर्णायक हैं',
  'Foreign income tax offset: up to AUD 1,000 of tax paid abroad is claimed directly; above it the limit has to be worked out. Nothing is carried forward':
    'विदेशी आयकर छूट: विदेश में चुकाया 1,000 AUD तक का कर सीधे घटाया जाता है; उससे ऊपर सीमा निकालनी होती है। आगे कुछ नहीं ले जाया जाता',
  'CRS: whoever is resident elsewhere than where an account is tells its institution all residences and tax numbers, and again when they change':
    'CRS: जो खाते के देश से अलग कहीं निवासी है, वह संस्था को सभी निवास और कर संख्याएँ बताता है, और बदलने पर फिर',
  'Institutions ask again from time to time who their customer is: identity, address, tax numbers':
    'संस्थाएँ समय-समय पर पूछती हैं कि ग्राहक कौन है: पहचान, पता, कर संख्याएँ',
  'An account outside the home country: keep what shows where the money came from, for the day when it is moved or asked about':
    'गृह देश से बाहर का खाता: पैसा कहाँ से आया, इसका प्रमाण रखें, उस दिन के लिए जब उसे हटाया जाए या पूछा जाए',
  'Nobody quotes a price for it: state its value at least once a year':
    'इसका भाव कोई नहीं बताता: वर्ष में कम से कम एक बार मूल्य बताएँ',
  'Keep bookings and the documents behind them for as long as the country of residence may ask for them':
    'लेनदेन और उनके दस्तावेज़ तब तक रखें जब तक निवास का देश उन्हें माँग सकता है',
  'The limit may be reached: how much of it went abroad is not known':
    'सीमा पूरी हो सकती है: उसमें से कितना विदेश गया, ज्ञात नहीं',
  'Tax may have been collected: purpose and amount sent abroad decide':
    'कर काटा गया हो सकता है: उद्देश्य और विदेश भेजी राशि निर्णायक हैं',
  'From the Indian tax office, for countries where accounts are held': 'भारतीय कर कार्यालय से, उन देशों के लिए जहाँ खाते हैं',
  'From the tax office of {country}, for income from accounts in India':
    '{country} के कर कार्यालय से, भारत के खातों की आय के लिए',
  'Without {missing}, only {amount} {currency} of it can be told':
    '{missing} के बिना उसमें से केवल {amount} {currency} बताया जा सकता है',
  'When the institution asked last is not known': 'संस्था ने पिछली बार कब पूछा, ज्ञात नहीं',
  'Whether it was given is not known': 'दिया गया या नहीं, ज्ञात नहीं',
  'It applies if this is still so on 31 December': 'यदि 31 दिसंबर को भी ऐसा ही हो तो लागू होगा',
  'There was a distribution or a sale this year, which may end the exemption':
    'इस वर्ष वितरण या बिक्री हुई, जिससे छूट समाप्त हो सकती है',
  'The day on which it was signed is not known': 'हस्ताक्षर का दिन ज्ञात नहीं',
  'It depends on the filing status, which is not stated': 'यह दाख़िल करने की स्थिति पर निर्भर है, जो बताई नहीं गई',

  // The reading of files
  'This file is empty': 'यह फ़ाइल ख़ाली है',
  'This is {kind} and no table. Choose a CSV export': 'यह तालिका नहीं है ({kind})। CSV निर्यात चुनें',
  'This file holds no rows': 'इस फ़ाइल में कोई पंक्ति नहीं है',
  'No columns were found in this file. Choose a CSV export of transactions or prices':
    'इस फ़ाइल में कोई स्तंभ नहीं मिला। लेन-देन या भावों का CSV निर्यात चुनें',
  'In {where} a quotation mark is opened and never closed': 'एक उद्धरण चिह्न खुला और बंद नहीं हुआ ({where})',
  'On line {line} a cell is longer than {count} characters': 'पंक्ति {line} में एक खाना {count} अक्षरों से लंबा है',
  'Line {line} has more than {count} columns': 'पंक्ति {line} में {count} से ज़्यादा स्तंभ हैं',
  'This file has more than {count} rows. Import it in parts': 'इस फ़ाइल में {count} से ज़्यादा पंक्तियाँ हैं। इसे टुकड़ों में आयात करें',
  'This zip archive is damaged and cannot be opened': 'यह ZIP ख़राब है और खुल नहीं सकती',
  'This is a workbook of a spreadsheet. Save it there as CSV and choose that':
    'यह स्प्रेडशीट की कार्यपुस्तिका है। उसे वहाँ CSV में सहेजें और वह चुनें',
  'This zip archive holds no CSV file{names}': 'इस ZIP में कोई CSV फ़ाइल नहीं है{names}',
  'This zip archive holds several tables{names}. Unpack it and choose one':
    'इस ZIP में कई तालिकाएँ हैं{names}। इसे खोलें और एक चुनें',
  'This file has {size} MB, and at most {most} MB are read at once. Export one year at a time, or a shorter period, and import the files one after the other':
    'यह फ़ाइल {size} MB की है, और एक बार में अधिकतम {most} MB पढ़े जाते हैं। एक-एक वर्ष या छोटी अवधि निर्यात करें, और फ़ाइलें एक के बाद एक आयात करें',
  'What is packed in this archive has more than {most} MB. Export one year at a time, or a shorter period, and import the files one after the other':
    'इस संग्रह में बंधी सामग्री {most} MB से अधिक है। एक-एक वर्ष या छोटी अवधि निर्यात करें, और फ़ाइलें एक के बाद एक आयात करें',
  'This JSON file holds no list of transactions. Choose an export of transactions':
    'इस JSON फ़ाइल में लेन-देन की सूची नहीं है। लेन-देन का निर्यात चुनें',
  'The entries of this file have more than {count} fields': 'इस फ़ाइल की प्रविष्टियों में {count} से ज़्यादा फ़ील्ड हैं',
  'This file begins like JSON and is damaged, or cut off': 'यह फ़ाइल JSON जैसी शुरू होती है, पर ख़राब या अधूरी है',
  'Say which column holds the date': 'बताएँ कि तारीख किस स्तंभ में है',
  'Say which column holds the amount': 'बताएँ कि राशि किस स्तंभ में है',
  'Say which column tells the kind of transaction': 'बताएँ कि लेन-देन का प्रकार किस स्तंभ में है',
  'Say in which currency the amounts are': 'बताएँ कि राशियाँ किस मुद्रा में हैं',
  'Choose the account that this file belongs to': 'वह खाता चुनें जिसकी यह फ़ाइल है',
  'Choose the account for ‘{name}’': '‘{name}’ के लिए खाता चुनें',
  'No figures were found. Say which columns hold dates and prices':
    'कोई आँकड़ा नहीं मिला। बताएँ कि तारीखें और भाव किन स्तंभों में हैं',
  'Make an account first: every asset lies in one': 'पहले खाता बनाएँ: हर संपत्ति किसी खाते में रहती है',
  'Choose the asset whose prices these are': 'वह संपत्ति चुनें जिसके ये भाव हैं',
  '‘{example}’ reads two ways. Is the comma the decimal mark?':
    '‘{example}’ दो तरह से पढ़ा जा सकता है। क्या अल्पविराम दशमलव चिह्न है?',
  '‘{example}’ reads two ways. Is the point the decimal mark?':
    '‘{example}’ दो तरह से पढ़ा जा सकता है। क्या बिंदु दशमलव चिह्न है?',
  '‘{example}’ reads two ways. Does the day come first?': '‘{example}’ दो तरह से पढ़ा जा सकता है। क्या दिन पहले आता है?',
  '‘{example}’ reads two ways. Does the month come first?': '‘{example}’ दो तरह से पढ़ा जा सकता है। क्या महीना पहले आता है?',
  'No line of this file names its columns. Say what each of them is':
    'इस फ़ाइल की कोई पंक्ति स्तंभों के नाम नहीं बताती। बताएँ कि हर एक क्या है',
  'No account is chosen for it': 'इसके लिए कोई खाता नहीं चुना गया',
  'No asset is chosen for its security': 'इसके लिए कोई संपत्ति नहीं चुनी गई',
  'The file tells that a split added {units} units, but not how many were held before. Enter the split by hand':
    'फ़ाइल बताती है कि विभाजन से {units} इकाइयाँ जुड़ीं, पर यह नहीं कि पहले कितनी थीं। विभाजन हाथ से लिखें',
  'An earlier import brought it already': 'यह पहले के आयात में आ चुका है',
  'A part of it was imported already': 'इसका एक हिस्सा पहले आयात हो चुका है',
  'It could be there already: a booking of the same kind and amount lies within three days':
    'यह शायद पहले से है: तीन दिन के भीतर इसी प्रकार और राशि का लेन-देन है',
  'Securities are exchanged here; what the old ones cost does not go over by itself':
    'यहाँ प्रतिभूतियाँ बदली गईं; पुरानी की लागत अपने आप नहीं जाती',
  'It names no security': 'इसमें किसी प्रतिभूति का नाम नहीं है',
  'The number of units is missing': 'इकाइयों की संख्या नहीं है',
  'The number of units is zero': 'इकाइयों की संख्या शून्य है',
  'The dividend is negative: it is taken back': 'लाभांश ऋणात्मक है: वह वापस लिया गया',
  'Nothing tells the amount': 'राशि कहीं नहीं बताई गई',
  'Nothing tells the currency': 'मुद्रा कहीं नहीं बताई गई',
  'It is called ‘{word}’, and its sign says the opposite': 'इसे ‘{word}’ कहा गया है, पर चिह्न उल्टा है',
  'The amount is zero': 'राशि शून्य है',
  'The ratio of the split is missing': 'विभाजन का अनुपात नहीं है',
  'The costs of {costs} are more than the amount of {amount}': '{costs} की लागत {amount} की राशि से ज़्यादा है',
  'The amounts in {one} and {other} do not belong together': '{one} और {other} की राशियाँ मेल नहीं खातीं',
  'By its amounts the rate is {rate}; the file says {stated}': 'राशियों से दर {rate} है; फ़ाइल {stated} बताती है',
  'Costs of {costs} cannot be expressed in {currency} and are left out':
    '{costs} की लागत {currency} में नहीं बताई जा सकती, इसलिए छोड़ी गई',
  'Units times price are {product}, but {booked} was booked': 'इकाइयाँ गुणा भाव {product} है, पर {booked} दर्ज हुआ',
  'The date is missing': 'तारीख नहीं है',
  '‘{text}’ is not a date of the calendar': '‘{text}’ कैलेंडर की तारीख नहीं है',
  'The {field} ‘{text}’ reads two ways; it is taken for {reading}':
    '‘{text}’ ({field}) दो तरह से पढ़ा जा सकता है; इसे {reading} माना गया',
  '‘{text}’ reads two ways; it is taken for {reading}': '‘{text}’ दो तरह से पढ़ा जा सकता है; इसे {reading} माना गया',
  'The date {day} is in the future': 'तारीख {day} भविष्य में है',
  'The date {day} is more than a hundred years ago': 'तारीख {day} सौ साल से भी पहले की है',
  '‘{word}’ is nothing that belongs into the portfolio': '‘{word}’ पोर्टफ़ोलियो की चीज़ नहीं है',
  'Nothing tells what kind of transaction it is': 'यह किस प्रकार का लेन-देन है, कहीं नहीं बताया गया',
  'It is not known what ‘{word}’ means. Say so among the columns': '‘{word}’ का अर्थ पता नहीं। स्तंभों में बताएँ',
  'A line of totals': 'जोड़ की पंक्ति',
  'A line of text: ‘{text}’': 'पाठ की पंक्ति: ‘{text}’',
  '‘{currency}’ is not a currency that is known': '‘{currency}’ कोई ज्ञात मुद्रा नहीं है',
  'The {field} ‘{text}’ is not a number': '‘{text}’ ({field}) संख्या नहीं है',
  '‘{text}’ is not a number': '‘{text}’ संख्या नहीं है',
  '‘{text}’ is not above zero': '‘{text}’ शून्य से बड़ा नहीं है',
  'A part of what the old shares cost belongs to these; it does not go over by itself':
    'पुराने शेयरों की लागत का एक हिस्सा इनका है; वह अपने आप नहीं जाता',
  'Units, price or amount of the order are missing': 'ऑर्डर की इकाइयाँ, भाव या राशि नहीं है',
  '‘{word}’ stands in the same order': '‘{word}’ उसी ऑर्डर में है',
  'The amount of the dividend is missing': 'लाभांश की राशि नहीं है',
  'The amount is missing': 'राशि नहीं है',
  'The other side of this exchange of money is not in the file': 'इस मुद्रा विनिमय का दूसरा पक्ष फ़ाइल में नहीं है',
  'The security was only renamed; its ISIN is the same': 'प्रतिभूति का केवल नाम बदला; ISIN वही है',
  'The result of a money market fund, booked as interest': 'मुद्रा बाज़ार फ़ंड का परिणाम, ब्याज के रूप में दर्ज',
  'Money that DEGIRO moves between its own accounts of yours': 'पैसा जो DEGIRO आपके अपने खातों के बीच खिसकाता है',
  'A reservation; the payment itself has a line of its own': 'एक आरक्षण; भुगतान की अपनी अलग पंक्ति है',
  'It names no security, and date, units or amount are missing':
    'इसमें प्रतिभूति का नाम नहीं, और तारीख, इकाइयाँ या राशि नहीं है',
  'Money is exchanged for money here, and the file does not say which currency was given':
    'यहाँ पैसे के बदले पैसा लिया गया, और फ़ाइल नहीं बताती कि कौन-सी मुद्रा दी गई',
  'The file does not name the currency that was {way}; that of the commission, {currency}, is taken for it':
    'फ़ाइल उस मुद्रा का नाम नहीं बताती ({way}); कमीशन की मुद्रा {currency} मानी गई',
  'Currencies that no longer exist are left out: {names}': 'जो मुद्राएँ अब नहीं हैं वे छोड़ी गईं: {names}',
  'Your data is being updated in another window. Nothing is lost. {message}':
    'आपका डेटा दूसरी विंडो में अपग्रेड हो रहा है। कुछ खोया नहीं है। {message}',
  'Your data could not be opened. Nothing was changed': 'आपका डेटा खुल नहीं सका। कुछ नहीं बदला गया',

  // Attachments in backups
  'The list of attachments in this file (manifest.json) is damaged':
    'इस फ़ाइल में संलग्न फ़ाइलों की सूची (manifest.json) ख़राब है',
  'The list of attachments in this file (manifest.json) cannot be read':
    'इस फ़ाइल में संलग्न फ़ाइलों की सूची (manifest.json) पढ़ी नहीं जा सकती',
  'The list of attachments in this file (manifest.json) is not one that this app writes':
    'इस फ़ाइल में संलग्न फ़ाइलों की सूची (manifest.json) ऐसी नहीं जैसी यह ऐप लिखता है',
  'The list of attachments in this file (manifest.json) is not one that this app writes: look at {place}':
    'इस फ़ाइल में संलग्न फ़ाइलों की सूची (manifest.json) ऐसी नहीं जैसी यह ऐप लिखता है: {place} देखें',
  'This file was written by a newer version of the app, in a form that this one does not know':
    'यह फ़ाइल ऐप के नए संस्करण ने लिखी है, ऐसे रूप में जिसे यह नहीं जानता',
  'Update the app, or unpack the file and choose the backup in it': 'ऐप को अपडेट करें, या फ़ाइल खोलकर उसमें का बैकअप चुनें',
  'This zip file is empty': 'यह ज़िप फ़ाइल ख़ाली है',
  'This zip file is no backup of this app: it holds {names}': 'यह ज़िप फ़ाइल इस ऐप का बैकअप नहीं है: इसमें {names} है',
  'This zip file is cut off or damaged: its table of contents is not at its end':
    'यह ज़िप फ़ाइल कटी हुई या ख़राब है: उसकी विषय-सूची अंत में नहीं है',
  'This zip file was not written by this app, or was packed anew': 'यह ज़िप फ़ाइल इस ऐप ने नहीं लिखी, या दोबारा पैक की गई है',
  'If a backup is in it, unpack it and choose the file whose name begins with WealthWise_Backup':
    'उसमें बैकअप हो, तो उसे खोलें और वह फ़ाइल चुनें जिसका नाम WealthWise_Backup से शुरू होता है',
  'This zip file names {count} files, more than a backup with attachments has':
    'यह ज़िप फ़ाइल {count} फ़ाइलें बताती है, संलग्न फ़ाइलों वाले बैकअप से अधिक',
  'This zip file holds ‘{name}’ twice': 'इस ज़िप फ़ाइल में ‘{name}’ दो बार है',
  'This zip file says that ‘{name}’ is larger than what is in it': 'यह ज़िप फ़ाइल कहती है कि ‘{name}’ उसमें जो है उससे बड़ा है',
  'This zip file contradicts itself about ‘{name}’': 'यह ज़िप फ़ाइल ‘{name}’ के बारे में अपना ही खंडन करती है',
  'This file holds ‘{name}’, which its list does not name': 'इस फ़ाइल में ‘{name}’ है, जिसका नाम उसकी सूची में नहीं',
  'The backup ‘{name}’ is missing in this file': 'बैकअप ‘{name}’ इस फ़ाइल में नहीं है',
  'The attachments that this file names are more than 4 GB': 'इस फ़ाइल में बताई संलग्न फ़ाइलें 4 GB से अधिक हैं',
  'The list in this file names the attachment ‘{name}’ twice': 'इस फ़ाइल की सूची संलग्न फ़ाइल ‘{name}’ को दो बार बताती है',
  'The attachment ‘{name}’ is missing in this file': 'संलग्न फ़ाइल ‘{name}’ इस फ़ाइल में नहीं है',
  'The attachment ‘{name}’ has not the size that the list in this file says':
    'संलग्न फ़ाइल ‘{name}’ का आकार वह नहीं जो इस फ़ाइल की सूची कहती है',
  'The attachment ‘{name}’ is damaged: its content is not what was put in':
    'संलग्न फ़ाइल ‘{name}’ ख़राब है: उसकी सामग्री वह नहीं जो रखी गई थी',
  'The backup and its attachments are more than one zip file takes (4 GB)':
    'बैकअप और उसकी संलग्न फ़ाइलें एक ज़िप फ़ाइल में आने से अधिक हैं (4 GB)',
  'Download the backup without them, and save the largest files one by one from their assets':
    'बैकअप उनके बिना डाउनलोड करें, और सबसे बड़ी फ़ाइलें उनकी संपत्तियों से एक-एक कर सहेजें',
  'Packing: {count} of {total} files': 'पैक हो रही हैं: {total} में से {count} फ़ाइलें',
  'Reading the attachments': 'संलग्न फ़ाइलें पढ़ी जा रही हैं',
  'Checking the attachments: {count} of {total}': 'संलग्न फ़ाइलें जाँची जा रही हैं: {total} में से {count}',
  'Putting back attachments: {count} of {total}': 'संलग्न फ़ाइलें वापस रखी जा रही हैं: {total} में से {count}',
  'The attachments of your documents are all here, and exactly what was put in: {count}':
    'आपके दस्तावेज़ों की सभी संलग्न फ़ाइलें यहाँ हैं, ठीक वैसी जैसी रखी गई थीं: {count}',
  'Attachments of your documents: {count} sound, {missing} missing, {damaged} damaged':
    'आपके दस्तावेज़ों की संलग्न फ़ाइलें: {count} ठीक, {missing} नहीं हैं, {damaged} ख़राब',
  'missing: “{name}”': 'नहीं है: “{name}”',
  'damaged: “{name}”': 'ख़राब: “{name}”',
  'Your records are not affected': 'आपके रिकॉर्ड प्रभावित नहीं हैं',
  'A backup that was downloaded with attachments brings the files back: restore it and choose “Only add what is missing”':
    'संलग्न फ़ाइलों के साथ डाउनलोड किया गया बैकअप फ़ाइलें वापस लाता है: उसे वापस लाएँ और “केवल जो नहीं है वह जोड़ें” चुनें'
};

export const hindi = new Retelling(texts, { language: 'hi', stop: '।' });
