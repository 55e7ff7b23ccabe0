/** German for what is said below the screens. A test demands every sentence of theirs here. */

import { Retelling, type ToldTexts } from './retelling';

/** A full stop at the end is left out on both sides. */
export const texts: ToldTexts = {
  // Failures, by what they are
  'Migration failed: {detail}': 'Die Aktualisierung hat nicht geklappt: {detail}',
  'Incompatible data version: {detail}': 'Die Datenversion passt nicht: {detail}',
  'Data corruption detected: {detail}': 'Daten sind beschädigt: {detail}',
  'Insufficient storage space for migration': 'Für die Aktualisierung ist zu wenig Platz',
  'Migration was cancelled by user': 'Die Arbeit wurde abgebrochen',
  'Migration already in progress': 'Eine Aktualisierung läuft schon',
  'Backup failed: {detail}': 'Mit der Sicherung hat etwas nicht geklappt: {detail}',
  'Rollback failed: {detail}': 'Der Weg zurück hat nicht geklappt: {detail}',
  'Backup folder not available: {detail}': 'Der Ordner für Kopien ist nicht erreichbar: {detail}',
  'Nothing was changed': 'Nichts wurde verändert',
  'Your data is as it was': 'Ihre Daten sind, wie sie waren',
  'Your data is as it was before': 'Ihre Daten sind, wie sie vorher waren',
  'Your data is as it was before; replace it instead, or keep it':
    'Ihre Daten sind, wie sie vorher waren; ersetzen Sie sie stattdessen, oder behalten Sie sie',

  // Upgrade, restore and rollback: what stopped them
  'the data is not at {version}': 'die Daten sind nicht in Version {version}',
  'the data is no longer at {version}': 'die Daten sind nicht mehr in Version {version}',
  'the data is at {version}, not at {other}': 'die Daten sind in Version {version}, nicht in {other}',
  'the data is at {version}; only an older version can be gone back to':
    'die Daten sind in Version {version}; zurück geht es nur zu einer älteren',
  '{version} is not a version that this app knows': '{version} ist keine Version, die diese App kennt',
  'the last upgrade could not be verified, so nothing is written until you have decided what to do':
    'die letzte Aktualisierung konnte nicht geprüft werden; geschrieben wird erst wieder, wenn Sie entschieden haben, was geschehen soll',
  'the database that was being built is gone': 'die Datenbank, die gerade gebaut wurde, ist verschwunden',
  'the database is gone after the upgrade': 'die Datenbank ist nach der Aktualisierung verschwunden',
  'the upgrade ended without a result': 'die Aktualisierung endete ohne Ergebnis',
  'there was nothing to run': 'es gab nichts zu tun',
  '{store} {key} cannot be brought back: {field} {why}': '{store} {key} lässt sich nicht zurückbringen: {field} {why}',
  'the {measure} of an account would change': 'bei einem Konto würde sich etwas ändern: {measure}',
  '1 record does not satisfy version {version}, first in {store}, field {field}':
    '1 Datensatz erfüllt Version {version} nicht, zuerst in {store}, Feld {field}',
  '{count} records do not satisfy version {version}, first in {store}, field {field}':
    '{count} Datensätze erfüllen Version {version} nicht, zuerst in {store}, Feld {field}',
  '{detail} ({store} {key})': '{detail} ({store} {key})',
  'the backup holds data of version {version}, which this app does not know':
    'die Sicherung enthält Daten der Version {version}, die diese App nicht kennt',
  'the backup holds data of version {version}, which this app does not know yet':
    'die Sicherung enthält Daten der Version {version}, die diese App noch nicht kennt',
  'Update the app to restore it': 'Aktualisieren Sie die App, um sie wiederherzustellen',
  'Update the app first': 'Aktualisieren Sie zuerst die App',
  'what was written is not what the backup holds ({names})':
    'was geschrieben wurde, ist nicht, was die Sicherung enthält ({names})',
  'version {version} has no store {store}': 'Version {version} hat keinen Speicher {store}',
  "version {version} does not have a store '{store}'": 'Version {version} hat keinen Speicher „{store}“',
  'the backup holds a record of {store} twice': 'die Sicherung enthält einen Datensatz aus {store} doppelt',
  'another window still holds your data': 'ein anderes Fenster hält Ihre Daten noch fest',
  '{count} other windows still hold your data': '{count} andere Fenster halten Ihre Daten noch fest',
  'Close the other windows of this app and try again':
    'Schließen Sie die anderen Fenster dieser App und versuchen Sie es noch einmal',
  'what the backup would add does not fit your data: {detail}':
    'was die Sicherung hinzufügen würde, passt nicht zu Ihren Daten: {detail}',
  '{detail}. No migration path from {from} to {to}': '{detail}. Von {from} zu {to} führt kein Weg',
  'No migration path from {from} to {to}': 'Von {from} zu {to} führt kein Weg',
  'the data is newer than this app ({version})': 'die Daten sind neuer als diese App ({version})',
  'the data is not of a version that this app can read': 'die Daten sind in keiner Version, die diese App lesen kann',
  'there is no data to back up': 'es gibt keine Daten zu sichern',
  'there is no data to export': 'es gibt keine Daten zu exportieren',
  'there is no data that could be checked': 'es gibt keine Daten, die geprüft werden könnten',
  "Step '{step}' failed: {detail}": 'Der Schritt „{step}“ hat nicht geklappt: {detail}',
  'it made a record that version {version} does not allow: {detail}':
    'er machte einen Datensatz, den Version {version} nicht zulässt: {detail}',
  'it changed the key of {store} {key}': 'er änderte den Schlüssel von {store} {key}',
  '{store} {key}, field {field}: {why}': '{store} {key}, Feld {field}: {why}',
  '{store} holds {count} records instead of {total}': '{store} enthält {count} Datensätze statt {total}',
  "the plan from {from} to {to} lacks the step '{step}'": 'dem Plan von {from} nach {to} fehlt der Schritt „{step}“',
  'Invalid source version format: {version}': '{version} ist keine Datenversion',
  'Invalid target version format: {version}': '{version} ist keine Datenversion',
  'Version not supported: {version}': 'Version {version} wird nicht unterstützt',
  'Cannot migrate backwards or to same version': 'Aktualisiert wird nur zu einer neueren Version',
  'From {from} to {to} in one go: {steps}': 'Von {from} nach {to} in einem Zug: {steps}',
  'after the upgrade the data on disk was not as expected: {detail}':
    'nach der Aktualisierung waren die Daten auf der Platte nicht wie erwartet: {detail}',
  'Your data was put back to version {version} from the backup that was made before; nothing was lost':
    'Ihre Daten wurden aus der Sicherung von vorher auf Version {version} zurückgesetzt; nichts ging verloren',
  'It could not be put back by itself, so nothing is written until you have restored the backup that was made before':
    'Es ließ sich nicht von selbst zurücksetzen; geschrieben wird erst wieder, wenn Sie die Sicherung von vorher wiederhergestellt haben',
  'no backup was made before': 'vorher wurde keine Sicherung gemacht',
  'the browser closed the database while it was written; often the disk is full':
    'der Browser schloss die Datenbank, während geschrieben wurde; oft ist die Platte voll',
  'The transaction was aborted': 'Das Schreiben wurde abgebrochen',
  'The request failed': 'Die Anfrage schlug fehl',
  'the backup is at {version}, and the data it would be added to at {other}':
    'die Sicherung ist in Version {version}, die Daten, zu denen sie käme, in {other}',
  'Upgrade your data first, or replace it': 'Aktualisieren Sie zuerst Ihre Daten, oder ersetzen Sie sie',
  'the present data cannot be read': 'die jetzigen Daten lassen sich nicht lesen',
  'the present data cannot be read; restore a backup instead':
    'die jetzigen Daten lassen sich nicht lesen; stellen Sie stattdessen eine Sicherung wieder her',
  'there is no whole backup of version {version} or an older one, and not every step since can be undone':
    'es gibt keine unversehrte Sicherung der Version {version} oder einer älteren, und nicht jeder Schritt seither lässt sich umkehren',
  'is not a list of records': 'ist keine Liste von Datensätzen',
  'holds something that is not a record': 'enthält etwas, das kein Datensatz ist',
  'lies in a row that is not its own': 'liegt in einer Zeile, die nicht die eigene ist',
  'This window still shows an older state of your data, so nothing was written. Reload it to go on':
    'Dieses Fenster zeigt noch einen älteren Stand Ihrer Daten, deshalb wurde nichts geschrieben. Laden Sie es neu, um weiterzumachen',
  'This window still shows an older state of your data, so nothing was written. It is being brought up to date; please try again':
    'Dieses Fenster zeigt noch einen älteren Stand Ihrer Daten, deshalb wurde nichts geschrieben. Es wird gerade aktualisiert; bitte versuchen Sie es noch einmal',
  "No data version that this app knows has '{store}'": 'Keine Datenversion, die diese App kennt, hat „{store}“',
  "This needs your data at version {version}, which brings '{store}'. You can upgrade it whenever you like":
    'Dafür müssen Ihre Daten in Version {version} sein; sie bringt „{store}“. Sie können sie aktualisieren, wann Sie wollen',
  'The upgrade has failed; this was not finished': 'Die Aktualisierung ist fehlgeschlagen; dies wurde nicht beendet',
  'Another window is updating your data; this was not finished':
    'Ein anderes Fenster aktualisiert Ihre Daten; dies wurde nicht beendet',
  'This window was put aside before it had finished': 'Dieses Fenster wurde beiseitegelegt, bevor es fertig war',
  "The app's background worker could not be started: {detail}":
    'Der Hintergrunddienst der App konnte nicht gestartet werden: {detail}',
  "The app's background worker stopped: {detail}": 'Der Hintergrunddienst der App blieb stehen: {detail}',
  'It could not be loaded': 'Er konnte nicht geladen werden',
  'Your data is not open in this window just now, so nothing was read or written. Try again in a moment':
    'Ihre Daten sind in diesem Fenster gerade nicht offen, deshalb wurde nichts gelesen oder geschrieben. Versuchen Sie es gleich noch einmal',
  'Your data is not open in this window just now, so nothing was read. Try again in a moment':
    'Ihre Daten sind in diesem Fenster gerade nicht offen, deshalb wurde nichts gelesen. Versuchen Sie es gleich noch einmal',

  // What was found in the database
  'The database is at version {version}, which this app never wrote':
    'Die Datenbank ist in Version {version}, die diese App nie geschrieben hat',
  'The browser cannot open the database: its file is damaged':
    'Der Browser kann die Datenbank nicht öffnen: Ihre Datei ist beschädigt',
  'None of the expected stores is in it': 'Keiner der erwarteten Speicher ist darin',
  'Version {version} was never marked as completed': 'Version {version} wurde nie als fertig vermerkt',
  'The database is at {version}, but its seal says {other}':
    'Die Datenbank ist in {version}, doch ihr Siegel sagt {other}',
  "Store '{store}' is not one of version {version}": 'Der Speicher „{store}“ gehört nicht zu Version {version}',
  "Store '{store}' is missing": 'Der Speicher „{store}“ fehlt',
  "Store '{store}' has the key {key} instead of {other}":
    'Der Speicher „{store}“ hat den Schlüssel {key} statt {other}',
  "Store '{store}' lacks the index {index}": 'Dem Speicher „{store}“ fehlt der Index {index}',
  "The index {index} of store '{store}' is of another kind":
    'Der Index {index} des Speichers „{store}“ ist von anderer Art',
  "Store '{store}' is not what it was before, although nothing in this upgrade changes it":
    'Der Speicher „{store}“ ist nicht mehr, was er war, obwohl diese Aktualisierung ihn nicht ändert',
  "Store '{store}' holds {count} records on disk instead of {total}":
    'Der Speicher „{store}“ enthält auf der Platte {count} Datensätze statt {total}',
  'The {measure} of an account in {currency} is not what it was before':
    'Bei einem Konto in {currency} ist etwas nicht mehr, was es war: {measure}',
  'The database could not be opened': 'Die Datenbank konnte nicht geöffnet werden',
  "'{name}' did not open within {seconds} s: another window holds it":
    '„{name}“ ließ sich in {seconds} s nicht öffnen: Ein anderes Fenster hält es fest',

  // Progress
  Done: 'Fertig',
  'No logs available': 'Es ist noch nichts aufgeschrieben',
  'Getting ready…': 'Wird vorbereitet …',
  'Cancelling: everything stays as it was…': 'Wird abgebrochen: Alles bleibt, wie es war …',
  'Cancelling: everything goes back to how it was…': 'Wird abgebrochen: Alles geht dahin zurück, wie es war …',
  'Looking at your data': 'Ihre Daten werden angesehen',
  'Looking at your data: {count} records': 'Ihre Daten werden angesehen: {count} Datensätze',
  'There is no data yet': 'Es gibt noch keine Daten',
  'Making sure there is room': 'Es wird geprüft, ob Platz ist',
  'Preparing the backup': 'Die Sicherung wird vorbereitet',
  'Writing the backup: {count} of {total} records': 'Die Sicherung wird geschrieben: {count} von {total} Datensätzen',
  'Checking the backup: {count} of {total} records': 'Die Sicherung wird geprüft: {count} von {total} Datensätzen',
  'The backup is written': 'Die Sicherung ist geschrieben',
  'The backup is verified': 'Die Sicherung ist geprüft',
  'Backup made and verified': 'Sicherung gemacht und geprüft',
  'Backing up first': 'Zuerst wird gesichert',
  'Checking the file: {count} of {total} records': 'Die Datei wird geprüft: {count} von {total} Datensätzen',
  'Reading {store}: {count} of {total}': 'Gelesen wird {store}: {count} von {total}',
  'Updating {store}: {count} of {total}': 'Aktualisiert wird {store}: {count} von {total}',
  'Writing {store}: {count} so far': 'Geschrieben wird {store}: bisher {count}',
  '{what}: {count} of {total}': '{what}: {count} von {total}',
  'Checking every record that was written': 'Jeder geschriebene Datensatz wird geprüft',
  'Checking every record against version {version}': 'Jeder Datensatz wird gegen Version {version} geprüft',
  'Reading your data again from disk': 'Ihre Daten werden noch einmal von der Platte gelesen',
  'Reading what was written again from disk': 'Das Geschriebene wird noch einmal von der Platte gelesen',
  'Writing: {count} of {total} records': 'Geschrieben: {count} von {total} Datensätzen',
  'Building the data beside the present one': 'Die Daten werden neben den jetzigen aufgebaut',
  'Bringing later changes along': 'Spätere Änderungen werden mitgenommen',
  'Making up {count} of {total} assets': '{count} von {total} Anlagen werden ausgedacht',
  'Copying backup {count} of {total}, and reading it back':
    'Sicherung {count} von {total} wird kopiert und zurückgelesen',
  'Reading backup {count} of {total}': 'Sicherung {count} von {total} wird gelesen',
  'Reading your records…': 'Ihre Datensätze werden gelesen …',
  'Reading your records: {count}': 'Ihre Datensätze werden gelesen: {count}',
  'Reading the file…': 'Die Datei wird gelesen …',
  'Reading the file': 'Die Datei wird gelesen',
  'Understanding the rows': 'Die Zeilen werden gedeutet',
  'Looking up what is there': 'Nachgesehen wird, was da ist',
  Checking: 'Wird geprüft',
  Writing: 'Wird geschrieben',
  'Keeping what undoing needs': 'Behalten wird, was zum Rückgängigmachen nötig ist',
  Saved: 'Gespeichert',

  // The gate
  'Looking at your data…': 'Ihre Daten werden angesehen …',
  'Your data is being updated in another window. Nothing is lost. {detail}':
    'Ihre Daten werden in einem anderen Fenster aktualisiert. Nichts geht verloren. {detail}',
  'Your data is being updated in another window. Nothing is lost':
    'Ihre Daten werden in einem anderen Fenster aktualisiert. Nichts geht verloren',
  'Another window is working on your data. This one goes on as soon as it is done':
    'Ein anderes Fenster arbeitet an Ihren Daten. Dieses macht weiter, sobald es fertig ist',
  'Your data could not be opened': 'Ihre Daten konnten nicht geöffnet werden',

  // What data versions and their steps say of themselves
  'Your portfolio: accounts, assets, transactions, prices and exchange rates':
    'Ihr Portfolio: Konten, Anlagen, Buchungen, Kurse und Wechselkurse',
  'Keeps what you own and owe across borders, with every transaction, in this browser':
    'Bewahrt, was Sie über Grenzen hinweg besitzen und schulden, mit jeder Buchung, in diesem Browser',
  'Performance metrics: returns, risk and income of every asset and of the whole portfolio':
    'Kennzahlen: Rendite, Risiko und Ertrag jeder Anlage und des ganzen Portfolios',
  'Makes room for returns, volatility and drawdown of every asset and of the whole portfolio':
    'Schafft Platz für Rendite, Schwankung und Rückgang jeder Anlage und des ganzen Portfolios',
  'Keeps quantities exactly, as decimals, instead of as binary numbers':
    'Bewahrt Stückzahlen genau, als Dezimalzahlen statt als binäre Zahlen',
  'Calls the value that you stated last “current value”':
    'Nennt den Wert, den Sie zuletzt angegeben haben, „aktuellen Wert“',
  'Lets you note a benchmark, the income you expect, how often it comes, and a risk rating':
    'Lässt Sie einen Vergleichsmaßstab, den erwarteten Ertrag, wie oft er kommt und eine Risikostufe notieren',
  'Currency risk: what your portfolio really depends on, and the usual hedges':
    'Währungsrisiko: wovon Ihr Portfolio wirklich abhängt, und die üblichen Absicherungen',
  'Shows for every asset which currency its value really depends on, not just what it is quoted in':
    'Zeigt zu jeder Anlage, von welcher Währung ihr Wert wirklich abhängt, nicht nur, worin sie notiert',
  'Works out how much of your portfolio depends on each currency, and what that may lose':
    'Rechnet aus, wie viel Ihres Portfolios von jeder Währung abhängt und was das verlieren kann',
  'Suggests a usual hedge for every asset, with the reason. Nothing is traded':
    'Schlägt zu jeder Anlage eine übliche Absicherung vor, mit dem Grund. Gehandelt wird nichts',
  'Noting for every asset which currency its value really depends on':
    'Zu jeder Anlage wird notiert, von welcher Währung ihr Wert wirklich abhängt',
  'Working out exposures, volatility and value at risk from your prices and exchange rates':
    'Abhängigkeiten, Schwankung und möglicher Verlust werden aus Ihren Kursen und Wechselkursen errechnet',
  'Suggesting a usual hedge for every asset, with the reason':
    'Zu jeder Anlage wird eine übliche Absicherung vorgeschlagen, mit dem Grund',
  'Compliance and tax residency: where you are taxed, what has to be reported, and the documents for it':
    'Meldepflichten und Steuersitz: wo Sie besteuert werden, was zu melden ist, und die Unterlagen dazu',
  'Notes where each person is taxed, and makes room for a log of the days spent in each country':
    'Notiert, wo jede Person besteuert wird, und schafft Platz für die Tage in jedem Land',
  'Lists what may have to be reported in which country, with the threshold, what was measured, and the day it is due':
    'Listet auf, was in welchem Land zu melden sein kann, mit der Schwelle, dem Gemessenen und dem Tag, an dem es fällig ist',
  'Turns your notes about documents into documents with a kind, a day, a title and a place; every note is kept to the letter':
    'Macht aus Ihren Notizen über Unterlagen Dokumente mit Art, Tag, Titel und Ort; jede Notiz bleibt Buchstabe für Buchstabe erhalten',
  'Working out where each person is taxed': 'Es wird ermittelt, wo jede Person besteuert wird',
  'Working out what has to be reported, where and by when': 'Es wird ermittelt, was wo und bis wann zu melden ist',
  'Turning notes about documents into documents': 'Aus Notizen über Unterlagen werden Dokumente',

  // Backups: what is wrong with one
  'Backup file not found': 'Die Sicherung ist nicht da',
  'Backup file is empty': 'Die Sicherungsdatei ist leer',
  'What was read back is not what was written': 'Was zurückgelesen wurde, ist nicht, was geschrieben wurde',
  'The data was changed while it was copied, {count} times in a row. Close other windows of the app, or stop editing, and try again':
    'Die Daten wurden beim Kopieren verändert, {count}-mal nacheinander. Schließen Sie andere Fenster der App, oder ändern Sie gerade nichts, und versuchen Sie es noch einmal',
  'this is the only verified backup with your records in it. Make another one first, or confirm that you want to be without':
    'das ist die einzige geprüfte Sicherung mit Ihren Datensätzen. Machen Sie zuerst eine andere, oder bestätigen Sie, dass Sie ohne auskommen',
  '{store}: the database counts {count} records, and {total} could be read':
    '{store}: Die Datenbank zählt {count} Datensätze, gelesen werden konnten {total}',
  'The file is whole, but it is another one than was listed':
    'Die Datei ist unversehrt, aber eine andere als aufgelistet',
  'The backup in the app is as it was. Try again, and choose another place if it fails again':
    'Die Sicherung in der App ist, wie sie war. Versuchen Sie es noch einmal, und wählen Sie einen anderen Ort, wenn es wieder nicht geht',
  'The copy is not where it was written to': 'Die Kopie ist nicht dort, wohin sie geschrieben wurde',
  'The copy is not what was written': 'Die Kopie ist nicht, was geschrieben wurde',
  'The copy cannot be read back: {detail}': 'Die Kopie lässt sich nicht zurücklesen: {detail}',
  'The copy is a whole backup, but another one than was meant':
    'Die Kopie ist eine unversehrte Sicherung, aber eine andere als gemeint',
  'an empty passphrase protects nothing': 'eine leere Passphrase schützt nichts',
  'This backup is encrypted. Enter its passphrase to open it':
    'Diese Sicherung ist verschlüsselt. Geben Sie ihre Passphrase ein, um sie zu öffnen',
  'The passphrase does not open this backup, or its beginning was altered. Nothing was changed; check for capitals and blanks and try again':
    'Die Passphrase öffnet diese Sicherung nicht, oder ihr Anfang wurde verändert. Nichts wurde verändert; prüfen Sie Großschreibung und Leerzeichen und versuchen Sie es noch einmal',
  'This file asks for more memory to open than any backup needs, so it was not opened':
    'Diese Datei verlangt zum Öffnen mehr Speicher, als eine Sicherung je braucht; sie wurde nicht geöffnet',
  'This encrypted backup was cut off or altered, so it cannot be opened. Nothing was changed; use another copy of it':
    'Diese verschlüsselte Sicherung wurde abgeschnitten oder verändert und lässt sich nicht öffnen. Nichts wurde verändert; nehmen Sie eine andere Kopie',
  'Hard to guess. Write it down where you will find it':
    'Schwer zu erraten. Schreiben Sie sie auf, wo Sie sie wiederfinden',
  'Takes a patient guesser long. A word or two more makes it strong':
    'Wer geduldig rät, braucht lange. Ein oder zwei Wörter mehr machen sie stark',
  'Too easy to guess. Six words that do not belong together are easy to keep':
    'Zu leicht zu erraten. Sechs Wörter, die nicht zusammengehören, merkt man sich leicht',
  'The backup file is cut off: it ends in the middle': 'Die Sicherungsdatei ist abgeschnitten: Sie endet mittendrin',
  'The backup file is cut off or damaged: it cannot be decompressed ({why})':
    'Die Sicherungsdatei ist abgeschnitten oder beschädigt: Sie lässt sich nicht entpacken ({why})',
  'The backup is not in order: "{line}" was expected, and "{found}" stands there':
    'Die Sicherung ist nicht in Ordnung: Erwartet wurde „{line}“, da steht „{found}“',
  'The backup is not in order: no record follows a comma':
    'Die Sicherung ist nicht in Ordnung: Nach einem Komma folgt kein Datensatz',
  'The backup is not in order: a comma is missing between two records':
    'Die Sicherung ist nicht in Ordnung: Zwischen zwei Datensätzen fehlt ein Komma',
  'Something follows after the end of the backup': 'Nach dem Ende der Sicherung folgt noch etwas',
  'Something follows after the end of the compressed backup': 'Nach dem Ende der gepackten Sicherung folgt noch etwas',
  'The backup holds bytes that are not text': 'Die Sicherung enthält Zeichen, die kein Text sind',
  'This file is not a backup of this app': 'Diese Datei ist keine Sicherung dieser App',
  'The backup does not say which version of the format it has':
    'Die Sicherung sagt nicht, in welcher Fassung ihres Formats sie ist',
  'The backup was written by a newer app ({app}): it needs a reader of format {format}, and this app reads format {own}. Update the app to read it':
    'Die Sicherung wurde von einer neueren App geschrieben ({app}): Sie braucht Format {format}, und diese App liest Format {own}. Aktualisieren Sie die App, um sie zu lesen',
  'The header of the backup has no {field}': 'Im Kopf der Sicherung fehlt {field}',
  'The backup names no valid data version': 'Die Sicherung nennt keine gültige Datenversion',
  'The backup has no valid date': 'Die Sicherung hat kein gültiges Datum',
  'The footer of the backup has no digest': 'Am Ende der Sicherung fehlt die Prüfsumme',
  'The backup has no {field}': 'Der Sicherung fehlt {field}',
  'The backup has wrong {field}': 'In der Sicherung ist {field} falsch',
  'The backup file is larger than this app reads': 'Die Sicherungsdatei ist größer, als diese App liest',
  'The backup is larger than this app reads': 'Die Sicherung ist größer, als diese App liest',
  'A line of the backup is too long': 'Eine Zeile der Sicherung ist zu lang',
  'The backup was not read to its end': 'Die Sicherung wurde nicht bis zum Ende gelesen',
  'The backup has more records than this app reads': 'Die Sicherung hat mehr Datensätze, als diese App liest',
  'In {store} a packed row lacks {count} of its entries':
    'In {store} fehlen einer gepackten Zeile {count} ihrer Einträge',
  'In {store} a packed row lacks some of its entries': 'In {store} fehlen einer gepackten Zeile einige ihrer Einträge',
  'The backup has no footer': 'Der Sicherung fehlt der Schluss',
  '{store}: {count} records were read, and the footer says otherwise':
    '{store}: {count} Datensätze wurden gelesen, der Schluss sagt etwas anderes',
  '{store}: the digest is not the one stated': '{store}: Die Prüfsumme ist nicht die angegebene',
  'The footer of the backup names other stores than its header':
    'Der Schluss der Sicherung nennt andere Speicher als ihr Kopf',
  'The footer counts invalid records of {store}, which is not in the backup':
    'Der Schluss zählt ungültige Datensätze von {store}, das nicht in der Sicherung ist',
  'The digest of the whole backup is not the one stated': 'Die Prüfsumme der ganzen Sicherung ist nicht die angegebene',
  '{store}: {count} records were read, and the header says {total}':
    '{store}: {count} Datensätze wurden gelesen, der Kopf sagt {total}',
  'A line of the backup is not JSON': 'Eine Zeile der Sicherung ist kein JSON',
  'A record of {store} is not JSON': 'Ein Datensatz aus {store} ist kein JSON',
  'A packed row is malformed': 'Eine gepackte Zeile ist missgebildet',
  'Data version {version} has no store {store}': 'Datenversion {version} hat keinen Speicher {store}',
  'The backup lacks the store {store}': 'Der Sicherung fehlt der Speicher {store}',
  'no reason was given': 'ein Grund wurde nicht genannt',
  'The backup file cannot be read ({why}). It may have been moved or changed: choose it again':
    'Die Sicherungsdatei lässt sich nicht lesen ({why}). Vielleicht wurde sie verschoben oder verändert: Wählen Sie sie noch einmal',
  '{store}: {count} records do not satisfy the schema of {version}, {total} are stated':
    '{store}: {count} Datensätze erfüllen Version {version} nicht, angegeben sind {total}',
  'It cannot be read': 'Sie lässt sich nicht lesen',
  'the browser needs your permission again to use "{name}". Your data and the backups in the app are as they were. Choose "Reconnect" and allow it':
    'der Browser braucht noch einmal Ihre Erlaubnis für „{name}“. Ihre Daten und die Sicherungen in der App sind, wie sie waren. Wählen Sie „Neu verbinden“ und erlauben Sie es',
  '"{name}" was moved, renamed or deleted, or its disk is not connected. Your data and the backups in the app are as they were. Connect the disk and try again, or choose the folder anew':
    '„{name}“ wurde verschoben, umbenannt oder gelöscht, oder die Platte ist nicht angeschlossen. Ihre Daten und die Sicherungen in der App sind, wie sie waren. Schließen Sie die Platte an und versuchen Sie es noch einmal, oder wählen Sie den Ordner neu',
  'The disk is full': 'Die Platte ist voll',
  'The quota has been exceeded': 'Der Platz ist erschöpft',
  'A part of {file} is missing': 'Ein Teil von {file} fehlt',
  'The browser gave no access to the folder. The copies in it are as they were. Try again, or choose another folder':
    'Der Browser gab den Ordner nicht frei. Die Kopien darin sind, wie sie waren. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Ordner',
  '{name} is not in the folder any more. Look again, or choose another one':
    '{name} ist nicht mehr im Ordner. Sehen Sie noch einmal nach, oder wählen Sie eine andere',
  '{count} of {total} files of your documents in the folder are damaged':
    '{count} von {total} Dateien Ihrer Dokumente im Ordner sind beschädigt',
  'not all could be copied to the folder. {detail}': 'nicht alles konnte in den Ordner kopiert werden. {detail}',
  '{failed} of {count} files of your documents could not be written or read back':
    '{failed} von {count} Dateien Ihrer Dokumente konnten nicht geschrieben oder zurückgelesen werden',
  'Copying the files of your documents: {done} of {count}':
    'Die Dateien Ihrer Dokumente werden kopiert: {done} von {count}',
  'This browser would not hand the file to other apps. The backup is as it was. Download it instead, and share the download':
    'Dieser Browser gibt die Datei nicht an andere Apps weiter. Die Sicherung ist, wie sie war. Laden Sie sie stattdessen herunter, und teilen Sie den Download',
  'The restore was cancelled': 'Das Wiederherstellen wurde abgebrochen',
  'The rollback was cancelled': 'Der Weg zurück wurde abgebrochen',
  'The import was cancelled': 'Der Import wurde abgebrochen',
  'Backup {name} written and verified ({size} bytes)': 'Sicherung {name} geschrieben und geprüft ({size} Byte)',

  // Backups: why they were made, and why they are kept
  'made by hand': 'von Hand gemacht',
  'before the upgrade to {version}': 'vor der Aktualisierung auf {version}',
  'before the restore': 'vor dem Wiederherstellen',
  'before the rollback': 'vor dem Weg zurück',
  'the daily backup': 'die tägliche Sicherung',
  'an export': 'ein Export',
  'before ‘{file}’ was imported': 'bevor „{file}“ importiert wurde',
  'before {count} records were deleted': 'bevor {count} Datensätze gelöscht wurden',
  'It is the newest verified backup': 'Sie ist die neueste geprüfte Sicherung',
  'It is the newest verified backup with records in it':
    'Sie ist die neueste geprüfte Sicherung, in der Datensätze sind',
  'It is the newest from before data version {version}': 'Sie ist die neueste von vor Datenversion {version}',
  'It was made before the last restore, which it can undo':
    'Sie wurde vor dem letzten Wiederherstellen gemacht und kann es rückgängig machen',
  'You have pinned it': 'Sie haben sie angeheftet',
  'It cannot be read, so it is not judged': 'Sie lässt sich nicht lesen, deshalb wird nicht über sie entschieden',
  'It holds data of a newer version than yours': 'Sie enthält Daten einer neueren Version als Ihre',
  'It has not been verified, so it is not judged': 'Sie wurde nicht geprüft, deshalb wird nicht über sie entschieden',
  'No backup is verified yet, so none is removed': 'Noch ist keine Sicherung geprüft, deshalb wird keine entfernt',
  'Its date is later than that of the newest verified backup':
    'Ihr Datum liegt nach dem der neuesten geprüften Sicherung',
  'Every backup of the last 7 days is kept': 'Jede Sicherung der letzten 7 Tage bleibt',
  'It is the newest verified one of its week': 'Sie ist die neueste geprüfte ihrer Woche',
  'The newest backup holds {count} records, the one before it {total}':
    'Die neueste Sicherung enthält {count} Datensätze, die davor {total}',
  'If that is right, pin the newest one; until then no backup is removed':
    'Wenn das stimmt, heften Sie die neueste an; bis dahin wird keine Sicherung entfernt',
  'Your data is not open, or not all that was there. Until it is, any backup may be the one that brings it back, so none is removed':
    'Ihre Daten sind nicht offen, oder nicht alles, was da war. Bis dahin kann jede Sicherung die sein, die sie zurückbringt; deshalb wird keine entfernt',

  // The health check
  'Every record satisfies the rules of its version': 'Jeder Datensatz erfüllt die Regeln seiner Version',
  'One record does not satisfy the rules of its version': 'Ein Datensatz erfüllt die Regeln seiner Version nicht',
  '{count} records do not satisfy the rules of its version':
    '{count} Datensätze erfüllen die Regeln ihrer Version nicht',
  '{store}, {field}: {why}': '{store}, {field}: {why}',
  'They are kept as they are. An upgrade offers to set them aside whole; a backup from before may hold them sound':
    'Sie bleiben, wie sie sind. Eine Aktualisierung bietet an, sie ganz beiseitezulegen; eine Sicherung von vorher enthält sie vielleicht heil',
  'Every record finds the records that it names': 'Jeder Datensatz findet die Datensätze, die er nennt',
  'Some records name others that are not there': 'Einige Datensätze nennen andere, die nicht da sind',
  'Restore the newest backup from before, or add only what is missing from it':
    'Stellen Sie die neueste Sicherung von vorher wieder her, oder fügen Sie nur hinzu, was fehlt',
  'There are fewer records than when they were last counted': 'Es gibt weniger Datensätze als bei der letzten Zählung',
  '{store}: {count} instead of {total}': '{store}: {count} statt {total}',
  'If you did not remove them yourself, look at a backup from before: it shows what it would bring back':
    'Wenn Sie sie nicht selbst entfernt haben, sehen Sie eine Sicherung von vorher an: Sie zeigt, was sie zurückbringen würde',
  'Nothing was written since the newest backup, and your data is exactly what it holds':
    'Seit der neuesten Sicherung wurde nichts geschrieben, und Ihre Daten sind genau, was sie enthält',
  'Nothing was written since the newest backup, and still your data is not what it holds':
    'Seit der neuesten Sicherung wurde nichts geschrieben, und doch sind Ihre Daten nicht, was sie enthält',
  'The disk may have changed it. Restore the newest backup':
    'Die Platte hat sie vielleicht verändert. Stellen Sie die neueste Sicherung wieder her',
  'What your figures are computed from is what your records say':
    'Woraus Ihre Zahlen errechnet werden, ist, was Ihre Datensätze sagen',
  'What your figures were computed from was not what your records say. It has been built anew':
    'Woraus Ihre Zahlen errechnet wurden, war nicht, was Ihre Datensätze sagen. Es wurde neu aufgebaut',
  'Nothing is lost. Open the overview again: it shows the figures of your records':
    'Nichts ist verloren. Öffnen Sie die Übersicht noch einmal: Sie zeigt die Zahlen Ihrer Datensätze',
  'There is no backup in this browser yet': 'In diesem Browser gibt es noch keine Sicherung',
  'Make one now, and download it': 'Machen Sie jetzt eine, und laden Sie sie herunter',
  'The backup is whole, read from the first byte to the last':
    'Die Sicherung ist unversehrt, vom ersten bis zum letzten Byte gelesen',
  'All {count} backups are whole, read from the first byte to the last':
    'Alle {count} Sicherungen sind unversehrt, vom ersten bis zum letzten Byte gelesen',
  '{count} of {total} backups cannot be restored': '{count} von {total} Sicherungen lassen sich nicht wiederherstellen',
  'Make a new backup now. Damaged ones are kept until you delete them':
    'Machen Sie jetzt eine neue Sicherung. Beschädigte bleiben, bis Sie sie löschen',
  '{count} of {total} copies in the folder cannot be restored':
    '{count} von {total} Kopien im Ordner lassen sich nicht wiederherstellen',
  'Copy to the folder again: damaged copies are written anew':
    'Kopieren Sie noch einmal in den Ordner: Beschädigte Kopien werden neu geschrieben',
  'All {count} copies in the folder are whole, read back from there':
    'Alle {count} Kopien im Ordner sind unversehrt, von dort zurückgelesen',
  'The folder for copies cannot be reached at present': 'Der Ordner für Kopien ist zurzeit nicht erreichbar',
  'Reconnect it, or choose another one': 'Verbinden Sie ihn neu, oder wählen Sie einen anderen',
  'This browser does not say how much room is left': 'Dieser Browser sagt nicht, wie viel Platz noch ist',
  "There is room: {size} MB by the browser's own word": 'Platz ist da: {size} MB nach den Worten des Browsers',
  'Only {size} MB are left for this app': 'Für diese App sind nur noch {size} MB übrig',
  'Free some space on this device, or remove old backups after downloading them':
    'Schaffen Sie Platz auf diesem Gerät, oder entfernen Sie alte Sicherungen, nachdem Sie sie heruntergeladen haben',
  'The browser has not promised to keep this data when space runs short':
    'Der Browser hat nicht zugesagt, diese Daten zu behalten, wenn der Platz knapp wird',
  'A copy left this browser on {day}': 'Eine Kopie verließ diesen Browser am {day}',
  'No copy outside this browser is known': 'Außerhalb dieses Browsers ist keine Kopie bekannt',
  'The last copy outside this browser is of {day}': 'Die letzte Kopie außerhalb dieses Browsers ist vom {day}',
  'Download a backup and put it where you keep important things':
    'Laden Sie eine Sicherung herunter und legen Sie sie dahin, wo Sie Wichtiges aufheben',

  // Steps that can be taken back
  'Add {what}': '{what} hinzufügen',
  'Copy {what}': '{what} kopieren',
  'Edit {what}': '{what} bearbeiten',
  'Archive {what}': '{what} weglegen',
  'Bring back {what}': '{what} zurückholen',
  'Delete {what}': '{what} löschen',
  'Add the account ‘{name}’': 'Konto „{name}“ hinzufügen',
  'Edit the account ‘{name}’': 'Konto „{name}“ bearbeiten',
  'Add the asset ‘{name}’': 'Anlage „{name}“ hinzufügen',
  'Edit the asset ‘{name}’': 'Anlage „{name}“ bearbeiten',
  'Add the file ‘{name}’': 'Datei „{name}“ hinzufügen',
  'Add a transfer': 'Übertrag hinzufügen',
  'Edit both ends of a transfer': 'Beide Enden eines Übertrags bearbeiten',
  'Set a price': 'Kurs eintragen',
  'Set an exchange rate': 'Wechselkurs eintragen',
  'Change the base currency': 'Basiswährung ändern',
  'Change the settings': 'Einstellungen ändern',
  'Open an account again': 'Konto wieder öffnen',
  'Close an account': 'Konto schließen',
  'Import of {file}': 'Import von {file}',
  'Deletes {what}. You can undo this': '{what} wird gelöscht. Sie können das rückgängig machen',
  'Deletes {what}, and with it {list}. You can undo this':
    '{what} wird gelöscht, und damit {list}. Sie können das rückgängig machen',
  'Deletes {what}, and with them {list}. You can undo this':
    '{what} werden gelöscht, und damit {list}. Sie können das rückgängig machen',
  'a purchase': 'Kauf',
  'a sale': 'Verkauf',
  'a dividend': 'Dividende',
  interest: 'Zinsen',
  'a deposit': 'Einzahlung',
  'a withdrawal': 'Auszahlung',
  'a fee': 'Gebühr',
  'a tax': 'Steuer',
  'a transfer in': 'Eingang aus Übertrag',
  'a transfer out': 'Ausgang durch Übertrag',
  'a split': 'Split',
  'a delivery in': 'Einlieferung',
  'a delivery out': 'Auslieferung',
  'an opening balance': 'Anfangsbestand',
  'an asset': 'Anlage',
  'an account': 'Konto',
  'a transaction': 'Buchung',
  'a record': 'Datensatz',

  // What records are called
  'the settings ‘{name}’': 'Einstellungen „{name}“',
  'the settings': 'Einstellungen',
  'A settings': 'Einstellungen',
  '1 settings': '1 Einstellungen',
  '{count} settings': '{count} Einstellungen',
  'The settings of {day}': 'Einstellungen vom {day}',
  settings: 'Einstellungen',
  'the person ‘{name}’': 'Person „{name}“',
  'the person': 'Person',
  'A person': 'Person',
  person: 'Person',
  '1 person': '1 Person',
  '{count} persons': '{count} Personen',
  'The person of {day}': 'Person vom {day}',
  persons: 'Personen',
  'the account ‘{name}’': 'Konto „{name}“',
  'the account': 'Konto',
  'A account': 'Konto',
  account: 'Konto',
  '1 account': '1 Konto',
  '{count} accounts': '{count} Konten',
  'The account of {day}': 'Konto vom {day}',
  accounts: 'Konten',
  'the asset ‘{name}’': 'Anlage „{name}“',
  'the asset': 'Anlage',
  'A asset': 'Anlage',
  asset: 'Anlage',
  '1 asset': '1 Anlage',
  '{count} assets': '{count} Anlagen',
  'The asset of {day}': 'Anlage vom {day}',
  assets: 'Anlagen',
  'the transaction ‘{name}’': 'Buchung „{name}“',
  'the transaction': 'Buchung',
  'A transaction': 'Buchung',
  transaction: 'Buchung',
  '1 transaction': '1 Buchung',
  '{count} transactions': '{count} Buchungen',
  'The transaction of {day}': 'Buchung vom {day}',
  transactions: 'Buchungen',
  'the price ‘{name}’': 'Kurs „{name}“',
  'the price': 'Kurs',
  'A price': 'Kurs',
  price: 'Kurs',
  '1 price': '1 Kurs',
  '{count} prices': '{count} Kurse',
  'The price of {day}': 'Kurs vom {day}',
  prices: 'Kurse',
  'the exchange rate ‘{name}’': 'Wechselkurs „{name}“',
  'the exchange rate': 'Wechselkurs',
  'A exchange rate': 'Wechselkurs',
  'exchange rate': 'Wechselkurs',
  '1 exchange rate': '1 Wechselkurs',
  '{count} exchange rates': '{count} Wechselkurse',
  'The exchange rate of {day}': 'Wechselkurs vom {day}',
  'exchange rates': 'Wechselkurse',
  'the document ‘{name}’': 'Dokument „{name}“',
  'the document': 'Dokument',
  'A document': 'Dokument',
  document: 'Dokument',
  '1 document': '1 Dokument',
  '{count} documents': '{count} Dokumente',
  'The document of {day}': 'Dokument vom {day}',
  documents: 'Dokumente',
  'the performance figure ‘{name}’': 'Kennzahl „{name}“',
  'the performance figure': 'Kennzahl',
  'A performance figure': 'Kennzahl',
  'performance figure': 'Kennzahl',
  '1 performance figure': '1 Kennzahl',
  '{count} performance figures': '{count} Kennzahlen',
  'The performance figure of {day}': 'Kennzahl vom {day}',
  'performance figures': 'Kennzahlen',
  'the year of recorded values ‘{name}’': 'Jahr mit festgehaltenen Werten „{name}“',
  'the year of recorded values': 'Jahr mit festgehaltenen Werten',
  'A year of recorded values': 'Jahr mit festgehaltenen Werten',
  'year of recorded values': 'Jahr mit festgehaltenen Werten',
  '1 year of recorded values': '1 Jahr mit festgehaltenen Werten',
  '{count} years of recorded values': '{count} Jahre mit festgehaltenen Werten',
  'The year of recorded values of {day}': 'Jahr mit festgehaltenen Werten vom {day}',
  'years of recorded values': 'Jahre mit festgehaltenen Werten',
  'the currency risk ‘{name}’': 'Währungsrisiko „{name}“',
  'the currency risk': 'Währungsrisiko',
  'A currency risk': 'Währungsrisiko',
  'currency risk': 'Währungsrisiko',
  '1 currency risk': '1 Währungsrisiko',
  '{count} currency risks': '{count} Währungsrisiken',
  'The currency risk of {day}': 'Währungsrisiko vom {day}',
  'currency risks': 'Währungsrisiken',
  'the tax residency ‘{name}’': 'Steuersitz „{name}“',
  'the tax residency': 'Steuersitz',
  'A tax residency': 'Steuersitz',
  'tax residency': 'Steuersitz',
  '1 tax residency': '1 Steuersitz',
  '{count} tax residencies': '{count} Steuersitze',
  'The tax residency of {day}': 'Steuersitz vom {day}',
  'tax residencies': 'Steuersitze',
  'the entry of the day log ‘{name}’': 'Eintrag der Tageliste „{name}“',
  'the entry of the day log': 'Eintrag der Tageliste',
  'A entry of the day log': 'Eintrag der Tageliste',
  'entry of the day log': 'Eintrag der Tageliste',
  '1 entry of the day log': '1 Eintrag der Tageliste',
  '{count} entries of the day log': '{count} Einträge der Tageliste',
  'The entry of the day log of {day}': 'Eintrag der Tageliste vom {day}',
  'entries of the day log': 'Einträge der Tageliste',
  'the requirement ‘{name}’': 'Meldepflicht „{name}“',
  'the requirement': 'Meldepflicht',
  'A requirement': 'Meldepflicht',
  requirement: 'Meldepflicht',
  '1 requirement': '1 Meldepflicht',
  '{count} requirements': '{count} Meldepflichten',
  'The requirement of {day}': 'Meldepflicht vom {day}',
  requirements: 'Meldepflichten',
  'the record ‘{name}’': 'Datensatz „{name}“',
  'the record': 'Datensatz',
  'A record': 'Datensatz',
  record: 'Datensatz',
  '1 record': '1 Datensatz',
  '{count} records': '{count} Datensätze',
  'The record of {day}': 'Datensatz vom {day}',
  records: 'Datensätze',
  fxRates: 'Wechselkurse',
  performanceMetrics: 'Kennzahlen',
  performanceSnapshots: 'Wertverläufe',
  currencyRisks: 'Währungsrisiken',
  taxResidencies: 'Steuersitze',
  dayLog: 'Tageliste',
  complianceRequirements: 'Meldepflichten',
  quarantine: 'Beiseitegelegtes',
  holdings: 'Bestand',
  'cost basis': 'Einstand',
  cash: 'Guthaben',
  'the backup': 'die Sicherung',
  nothing: 'nichts',
  Settings: 'Einstellungen',

  // What stands in the way of saving
  '{detail} Your data is as it was before': '{detail} Ihre Daten sind, wie sie vorher waren',
  'The file is closed': 'Die Datei ist geschlossen',
  'The store could not be read': 'Der Speicher konnte nicht gelesen werden',
  '‘{name}’ was changed meanwhile, so nothing was written':
    '„{name}“ wurde inzwischen geändert, deshalb wurde nichts geschrieben',
  '{count} records were changed meanwhile, so nothing was written':
    '{count} Datensätze wurden inzwischen geändert, deshalb wurde nichts geschrieben',
  'Nothing was saved': 'Nichts wurde gespeichert',
  'Nothing was written': 'Nichts wurde geschrieben',
  'Nothing was saved. {detail} (and {count} more)': 'Nichts wurde gespeichert. {detail} (und {count} weitere)',
  'There is no space left for this browser, so nothing was saved: everything is as it was. Free some space on the disk and try again':
    'Für diesen Browser ist kein Platz mehr, deshalb wurde nichts gespeichert: Alles ist, wie es war. Schaffen Sie Platz auf der Platte und versuchen Sie es noch einmal',
  'Settings cannot be deleted': 'Einstellungen lassen sich nicht löschen',
  'The account is not there. Choose another one': 'Das Konto ist nicht da. Wählen Sie ein anderes',
  'The asset is not there. Choose another one': 'Die Anlage ist nicht da. Wählen Sie eine andere',
  'The person is not there. Choose another one': 'Die Person ist nicht da. Wählen Sie eine andere',
  'The document is not there. Choose another one': 'Das Dokument ist nicht da. Wählen Sie ein anderes',
  'The tax residency is not there. Choose another one': 'Der Steuersitz ist nicht da. Wählen Sie einen anderen',
  'The {what} is not there. Choose another one': 'Nicht da: {what}. Wählen Sie etwas anderes',
  '‘{name}’ cannot go alone: {list} still belong to it': '„{name}“ kann nicht allein gehen: {list} gehören noch dazu',
  'Your data was upgraded, restored or rolled back since, so what was done before cannot be taken back step by step any more. The backup that was made then holds your data as it was':
    'Ihre Daten wurden seither aktualisiert, wiederhergestellt oder zurückgesetzt; was davor getan wurde, lässt sich nicht mehr Schritt für Schritt zurücknehmen. Die Sicherung von damals enthält Ihre Daten, wie sie waren',
  'This step is too large to be kept for undoing. The backup that was made before it holds your data as it was':
    'Dieser Schritt ist zu groß, um ihn zum Rückgängigmachen zu behalten. Die Sicherung von davor enthält Ihre Daten, wie sie waren',
  'The browser could not keep what undoing needs. What you did is saved, and cannot be undone by itself':
    'Der Browser konnte nicht behalten, was zum Rückgängigmachen nötig ist. Was Sie getan haben, ist gespeichert und lässt sich nicht von selbst rückgängig machen',
  'The asset is no longer there': 'Die Anlage ist nicht mehr da',
  'Your data is at version {version}, which cannot keep this exactly: it would become {value}. Upgrade your data, or write fewer digits':
    'Ihre Daten sind in Version {version}, die das nicht genau bewahren kann: Es würde zu {value}. Aktualisieren Sie Ihre Daten, oder schreiben Sie weniger Stellen',
  'This record is damaged. Delete it, or restore a backup':
    'Dieser Datensatz ist beschädigt. Löschen Sie ihn, oder stellen Sie eine Sicherung wieder her',
  '{field} is not valid: {why}': '{field} ist nicht gültig: {why}',
  'Choose a day that exists': 'Wählen Sie einen Tag, den es gibt',
  'It is no longer there, so there is nothing to copy': 'Es ist nicht mehr da, deshalb gibt es nichts zu kopieren',
  'There is nothing left to take back or to do again': 'Es gibt nichts mehr zurückzunehmen oder noch einmal zu tun',
  'There is nothing left to undo': 'Es gibt nichts mehr rückgängig zu machen',
  'This import cannot be taken back by itself. The backup that was made before holds your data as it was':
    'Dieser Import lässt sich nicht von selbst zurücknehmen. Die Sicherung von davor enthält Ihre Daten, wie sie waren',
  'Something else was changed since this import. Undo that first, then the import':
    'Seit diesem Import wurde etwas anderes geändert. Machen Sie zuerst das rückgängig, dann den Import',
  '‘{name}’ has {size} MB; this app keeps files of up to {most} MB. Nothing was added. Make it smaller, or note where it lies instead':
    '„{name}“ hat {size} MB; diese App bewahrt Dateien bis {most} MB. Nichts wurde hinzugefügt. Machen Sie sie kleiner, oder notieren Sie stattdessen, wo sie liegt',
  '‘{name}’ is empty, so nothing was added': '„{name}“ ist leer, deshalb wurde nichts hinzugefügt',
  '‘{name}’ could not be kept: {detail} Nothing was added':
    '„{name}“ konnte nicht aufbewahrt werden: {detail} Nichts wurde hinzugefügt',
  'Nothing was added': 'Nichts wurde hinzugefügt',
  'Its prices are in {currency}, those of ‘{name}’ in {other}':
    'Seine Kurse sind in {currency}, die von „{name}“ in {other}',

  // Forms, field by field
  '{what} needs an asset': 'Dazu gehört eine Anlage: {what}',
  '{what} needs a number of units': 'Dazu gehört eine Stückzahl: {what}',
  'Give the account a name': 'Geben Sie dem Konto einen Namen',
  'In which country is it held?': 'In welchem Land wird es geführt?',
  'Choose what kind of account it is': 'Wählen Sie, was für ein Konto es ist',
  'The account would be closed before it was opened': 'Das Konto würde geschlossen, bevor es geöffnet wurde',
  '‘{country}’ is not a country. Choose one from the list': '„{country}“ ist kein Land. Wählen Sie eines aus der Liste',
  'Give it a name': 'Geben Sie ihr einen Namen',
  'Choose the account it is held in': 'Wählen Sie das Konto, auf dem sie liegt',
  'This account is no longer there. Choose another one': 'Dieses Konto ist nicht mehr da. Wählen Sie ein anderes',
  'Choose what it is': 'Wählen Sie, was es ist',
  'In which country is it domiciled?': 'In welchem Land hat sie ihren Sitz?',
  'In which country does its owner live?': 'In welchem Land lebt, wem sie gehört?',
  'This is not an ISIN as they are made up: a digit may be wrong':
    'Das ist keine ISIN, wie sie gebildet wird: Vielleicht ist eine Ziffer falsch',
  'Below zero? What is owed is better kept as a mortgage or a loan':
    'Unter null? Was geschuldet wird, führt man besser als Hypothek oder Kredit',
  'Write the number of units without a minus': 'Schreiben Sie die Stückzahl ohne Minus',
  'Choose an asset': 'Wählen Sie eine Anlage',
  'Of which day is the price?': 'Von welchem Tag ist der Kurs?',
  'Write the price of one unit': 'Schreiben Sie den Kurs eines Stücks',
  'A price is not below zero': 'Ein Kurs liegt nicht unter null',
  'Worth nothing? It is taken as you wrote it': 'Nichts wert? Es gilt, was Sie geschrieben haben',
  'A rate is between two different currencies': 'Ein Wechselkurs liegt zwischen zwei verschiedenen Währungen',
  'Of which day is the rate?': 'Von welchem Tag ist der Wechselkurs?',
  'Write what one {base} costs in {quote}': 'Schreiben Sie, was ein {base} in {quote} kostet',
  'A rate is above zero': 'Ein Wechselkurs ist größer als null',
  'On which day was it?': 'An welchem Tag war es?',
  'Choose an account': 'Wählen Sie ein Konto',
  'This asset is no longer there. Choose another one': 'Diese Anlage ist nicht mehr da. Wählen Sie eine andere',
  'How many units?': 'Wie viele Stück?',
  'Write the number of units without a minus: the type says whether they come in or go out':
    'Schreiben Sie die Stückzahl ohne Minus: Die Art sagt, ob sie kommen oder gehen',
  'A split into 0 would leave nothing': 'Ein Split in 0 ließe nichts übrig',
  'Zero units change nothing. Write how many there were': 'Null Stück ändern nichts. Schreiben Sie, wie viele es waren',
  'Write new units to old ones: 3:2': 'Schreiben Sie neue Stücke zu alten: 3:2',
  'This cannot be written exactly; it is kept to twenty digits and more':
    'Das lässt sich nicht genau schreiben; es wird auf zwanzig Stellen und mehr bewahrt',
  'How much was it?': 'Wie viel war es?',
  'Without what they cost, these units count as having cost nothing':
    'Ohne Angabe, was sie kosteten, gelten diese Stücke als kostenlos',
  'For nothing? It is taken as you wrote it': 'Umsonst? Es gilt, was Sie geschrieben haben',
  'Zero changes nothing. Write how much it was': 'Null ändert nichts. Schreiben Sie, wie viel es war',
  'Interest on what you owe is paid, not received: write it with a minus':
    'Zinsen auf Schulden werden gezahlt, nicht erhalten: Schreiben Sie sie mit Minus',
  'With a minus it takes back an earlier one': 'Mit Minus nimmt es eine frühere zurück',
  'With a minus it is interest that was paid, or takes back an earlier one':
    'Mit Minus sind es gezahlte Zinsen, oder es nimmt frühere zurück',
  'With a minus the account begins overdrawn': 'Mit Minus beginnt das Konto überzogen',
  'Write it without a minus, or choose Withdrawal': 'Schreiben Sie es ohne Minus, oder wählen Sie Auszahlung',
  'Write it without a minus, or choose Deposit': 'Schreiben Sie es ohne Minus, oder wählen Sie Einzahlung',
  'Write the amount without a minus': 'Schreiben Sie den Betrag ohne Minus',
  '{units} × {price} is {product}, not {gross}. If the rest is a fee or a tax, write it there':
    '{units} × {price} ist {product}, nicht {gross}. Ist der Rest Gebühr oder Steuer, schreiben Sie ihn dorthin',
  'With a minus fees are paid back': 'Mit Minus werden Gebühren erstattet',
  'With a minus taxes are paid back': 'Mit Minus werden Steuern erstattet',
  'Without the rate that was booked, the table’s rate of that day is used':
    'Ohne den gebuchten Wechselkurs gilt der Kurs der Tabelle von diesem Tag',
  'A rate is above zero: what one {currency} was worth in {account}':
    'Ein Wechselkurs ist größer als null: was ein {currency} in {account} wert war',
  'More than is held in this account on that day: {held}': 'Mehr, als an diesem Tag auf diesem Konto liegt: {held}',
  'Choose a currency': 'Wählen Sie eine Währung',
  '‘{currency}’ is not a currency. Use its three letters, such as EUR':
    '„{currency}“ ist keine Währung. Nehmen Sie ihre drei Buchstaben, etwa EUR',
  'This account was closed on {day}': 'Dieses Konto wurde am {day} geschlossen',
  'This account was opened on {day}, later than that': 'Dieses Konto wurde erst am {day} geöffnet',
  'From which account?': 'Von welchem Konto?',
  'To which account?': 'Auf welches Konto?',
  'Choose another account than the one it comes from': 'Wählen Sie ein anderes Konto als das, von dem es kommt',
  'How many units were moved?': 'Wie viele Stück wurden bewegt?',
  'How much was moved?': 'Wie viel wurde bewegt?',
  'How much arrived, in {currency}?': 'Wie viel kam an, in {currency}?',
  'It differs from what left. If the rest is a fee, write it there':
    'Es ist anders als das, was wegging. Ist der Rest eine Gebühr, schreiben Sie ihn dorthin',
  'Write it without a minus: the accounts say which way it goes':
    'Schreiben Sie es ohne Minus: Die Konten sagen, wohin es geht',
  'Zero moves nothing': 'Null bewegt nichts',
  'This day is still to come': 'Dieser Tag kommt erst noch',
  'This is a long time ago. Is the year right?': 'Das ist lange her. Stimmt das Jahr?',
  'Characters that cannot be seen were taken out': 'Zeichen, die man nicht sieht, wurden entfernt',
  'Write a day that exists, as year, month and day: 2024-02-29':
    'Schreiben Sie einen Tag, den es gibt, als Jahr, Monat und Tag: 2024-02-29',
  'There is no such day: {month} {year} has {days} days': 'Diesen Tag gibt es nicht: {month} {year} hat {days} Tage',
  'Write a number with at most 30 digits before the point':
    'Schreiben Sie eine Zahl mit höchstens 30 Stellen vor dem Komma',
  'Write at most 30 digits after the point': 'Schreiben Sie höchstens 30 Stellen nach dem Komma',
  'Write a number such as {example}': 'Schreiben Sie eine Zahl wie {example}',
  'A purchase needs an asset': 'Zu einem Kauf gehört eine Anlage',
  'A sale needs an asset': 'Zu einem Verkauf gehört eine Anlage',
  'A split needs an asset': 'Zu einem Split gehört eine Anlage',
  'A delivery needs an asset': 'Zu einer Lieferung gehört eine Anlage',
  'This needs an asset': 'Dazu gehört eine Anlage',
  'A split needs its new units for one old': 'Zu einem Split gehören die neuen Stücke für ein altes',
  'A purchase needs a number of units': 'Zu einem Kauf gehört eine Stückzahl',
  'A sale needs a number of units': 'Zu einem Verkauf gehört eine Stückzahl',
  'A delivery needs a number of units': 'Zu einer Lieferung gehört eine Stückzahl',
  'This needs a number of units': 'Dazu gehört eine Stückzahl',
  'It would end before it begins': 'Es würde enden, bevor es beginnt',
  'An amount needs its currency': 'Zu einem Betrag gehört seine Währung',
  'Say why it cannot be told': 'Sagen Sie, warum es sich nicht sagen lässt',
  'Choose what was bought': 'Wählen Sie, was gekauft wurde',
  'How many units were bought?': 'Wie viele Stück wurden gekauft?',
  'Write the price of one unit, or the amount in all': 'Schreiben Sie den Kurs eines Stücks oder den ganzen Betrag',
  'Choose what was sold': 'Wählen Sie, was verkauft wurde',
  'How many units were sold?': 'Wie viele Stück wurden verkauft?',
  'Choose the asset that paid it': 'Wählen Sie die Anlage, die sie zahlte',
  'How much was paid, before taxes?': 'Wie viel wurde gezahlt, vor Steuern?',
  'How much interest was it, before taxes?': 'Wie viel Zinsen waren es, vor Steuern?',
  'How much was paid in?': 'Wie viel wurde eingezahlt?',
  'How much was taken out?': 'Wie viel wurde entnommen?',
  'How much was the fee?': 'Wie hoch war die Gebühr?',
  'How much tax was it?': 'Wie hoch war die Steuer?',
  'How many units came in?': 'Wie viele Stück kamen herein?',
  'How much came in?': 'Wie viel kam herein?',
  'How many units went out?': 'Wie viele Stück gingen hinaus?',
  'How much went out?': 'Wie viel ging hinaus?',
  'Choose what was split': 'Wählen Sie, was geteilt wurde',
  'Into how many new units was each old one split? Write 4, or 3:2':
    'In wie viele neue Stücke wurde jedes alte geteilt? Schreiben Sie 4 oder 3:2',
  'Choose what came in': 'Wählen Sie, was hereinkam',
  'Choose what went out': 'Wählen Sie, was hinausging',
  'How many units were held?': 'Wie viele Stück lagen da?',
  'How much cash was there?': 'Wie viel Guthaben war da?',

  // What figures say of themselves
  'Takes out {units}, but only {held} are held in this account; it is left out of account':
    'Nimmt {units} heraus, doch auf diesem Konto liegen nur {held}; es wird nicht mitgerechnet',
  "Names lots that do not hold {units} of these units; they are taken by the portfolio's cost method":
    'Nennt Posten, in denen keine {units} dieser Stücke liegen; sie werden nach der Kostenmethode des Portfolios genommen',
  'No transfer out of another account goes with it, and it states no cost: these units count as having cost nothing':
    'Kein Ausgang aus einem anderen Konto gehört dazu, und es nennt keinen Einstand: Diese Stücke gelten als kostenlos',
  'A quantity of {units} cannot be booked; it is left out of account':
    'Eine Stückzahl von {units} lässt sich nicht verbuchen; sie wird nicht mitgerechnet',
  'No exchange rate from {from} to {to} is known on or before {day}':
    'Für {from} zu {to} ist bis {day} kein Wechselkurs bekannt',
  'The asset that it names is not there': 'Die Anlage, die sie nennt, ist nicht da',
  'Its date is no day of the calendar': 'Ihr Datum ist kein Tag des Kalenders',
  'Its quantity cannot be booked; it is left out of account':
    'Ihre Stückzahl lässt sich nicht verbuchen; sie wird nicht mitgerechnet',
  'A value at the start or end of the period is not known, because an exchange rate is missing':
    'Ein Wert am Anfang oder Ende des Zeitraums ist nicht bekannt, weil ein Wechselkurs fehlt',
  'A value within the period is not known, because an exchange rate is missing':
    'Ein Wert innerhalb des Zeitraums ist nicht bekannt, weil ein Wechselkurs fehlt',
  'On {count} days, first on {day}, there was a value but nothing invested that could have earned it':
    'An {count} Tagen, zuerst am {day}, gab es einen Wert, aber nichts Angelegtes, das ihn hätte erwirtschaften können',
  'On {count} days, first on {day}, more was owed than owned, where no return can be told':
    'An {count} Tagen, zuerst am {day}, wurde mehr geschuldet als besessen; da lässt sich keine Rendite nennen',
  '{count} movements could not be converted: an exchange rate is missing':
    '{count} Bewegungen ließen sich nicht umrechnen: Ein Wechselkurs fehlt',
  'Money went in and out in such a way that more than one rate fits, so none is named':
    'Geld ging so ein und aus, dass mehr als ein Zinssatz passt; deshalb wird keiner genannt',
  'There are no cash flows': 'Es gibt keine Zahlungen',
  'All cash flows have the same sign: nothing was put in, or nothing came back':
    'Alle Zahlungen gehen in dieselbe Richtung: Nichts wurde eingezahlt, oder nichts kam zurück',
  'No rate makes these cash flows add up to nothing': 'Kein Zinssatz bringt diese Zahlungen auf null',
  'The rate is too large to be told': 'Der Zinssatz ist zu groß, um ihn zu nennen',
  'Cash in accounts': 'Guthaben auf Konten',
  'Interest on accounts': 'Zinsen auf Konten',
  'Cash and everything else': 'Guthaben und alles andere',
  Portfolio: 'Portfolio',

  // Why a hedge is usual
  'No base currency is set, so nothing is foreign yet':
    'Es ist keine Basiswährung festgelegt, deshalb ist noch nichts fremd',
  'Its value depends on your base currency': 'Ihr Wert hängt von Ihrer Basiswährung ab',
  'The share class is hedged to your base currency already':
    'Die Anteilsklasse ist schon gegen Ihre Basiswährung abgesichert',
  'Debt in a foreign currency is covered by assets in the same currency':
    'Schulden in fremder Währung sind durch Anlagen in derselben Währung gedeckt',
  'A pension is paid out over decades, mostly where it is spent':
    'Eine Rente wird über Jahrzehnte ausgezahlt, meist dort, wo sie ausgegeben wird',
  'A policy pays in its own currency and cannot be hedged at a sensible cost':
    'Eine Police zahlt in ihrer eigenen Währung und lässt sich nicht zu vernünftigen Kosten absichern',
  'Gold and commodities have a world price; the currency they are quoted in is not what moves them':
    'Gold und Rohstoffe haben einen Weltpreis; die Währung, in der sie notieren, bewegt sie nicht',
  'It moves far more than any currency does': 'Es schwankt weit mehr als jede Währung',
  'Currencies move more than bonds do: unhedged, most of the risk of a foreign bond is its currency':
    'Währungen schwanken mehr als Anleihen: Ohne Absicherung ist das meiste Risiko einer fremden Anleihe ihre Währung',
  'You need the money within five years, too soon for currencies to even out':
    'Sie brauchen das Geld binnen fünf Jahren, zu bald, als dass Währungen sich ausglichen',
  'Over long periods currencies even out, and companies earn in many of them':
    'Über lange Zeit gleichen sich Währungen aus, und Unternehmen verdienen in vielen',
  'You spend money in this currency: it hedges what you will pay':
    'Sie geben Geld in dieser Währung aus: Sie sichert, was Sie zahlen werden',
  'Cash in a currency that you do not spend is better exchanged than hedged':
    'Guthaben in einer Währung, die Sie nicht ausgeben, tauscht man besser, als es abzusichern',
  'Debt in the same currency offsets a part of its value':
    'Schulden in derselben Währung gleichen einen Teil ihres Wertes aus',
  'Foreign property without local debt: half of it is commonly hedged':
    'Fremde Immobilie ohne Schulden am Ort: Üblich ist, die Hälfte abzusichern',
  'There is no usual hedge for this kind of asset': 'Für diese Art von Anlage gibt es keine übliche Absicherung',

  // What rules ask for
  'FBAR: a US person whose financial accounts outside the United States come to more than USD 10,000 together on any day of the year. Counted are account values on the day measured; the highest of the year decides. Due on 15 April, automatically extended to 15 October':
    'FBAR: wer für die USA als US-Person gilt und dessen Finanzkonten außerhalb der USA an einem Tag des Jahres zusammen über 10.000 USD liegen. Gezählt sind die Kontowerte am gemessenen Tag; der höchste des Jahres entscheidet. Fällig am 15. April, von selbst verlängert bis 15. Oktober',
  'Form 8938: a US person whose financial assets abroad exceed a threshold at the end of the year, or a higher one at any time in it. Property and metals that are held directly do not count':
    'Form 8938: eine US-Person, deren Finanzanlagen im Ausland am Jahresende eine Schwelle übersteigen oder irgendwann im Jahr eine höhere. Direkt gehaltene Immobilien und Metalle zählen nicht',
  'Form 8621: a US person reports each foreign fund (PFIC), unless all of them together are at most USD 25,000 (joint 50,000) and there was no excess distribution or gain. Measured are all of them together':
    'Form 8621: eine US-Person meldet jeden ausländischen Fonds (PFIC), außer alle zusammen sind höchstens 25.000 USD (gemeinsam 50.000) und es gab weder Ausschüttungsüberhang noch Gewinn. Gemessen sind alle zusammen',
  'W-8BEN: whoever is no US person and holds an account in the United States tells its institution so. It runs to 31 December of the third year after it was signed':
    'W-8BEN: wer keine US-Person ist und ein Konto in den USA hält, sagt das dem Institut. Es gilt bis zum 31. Dezember des dritten Jahres nach der Unterschrift',
  'Schedule FA: whoever is resident and ordinarily resident in India reports every asset abroad that was held on any day of the calendar year. There is no minimum':
    'Schedule FA: wer in Indien ansässig und gewöhnlich ansässig ist, meldet jede Anlage im Ausland, die er an einem Tag des Kalenderjahres hielt. Eine Mindesthöhe gibt es nicht',
  'Liberalised Remittance Scheme: a resident of India may send at most USD 250,000 abroad from April to March. Measured is all that left the accounts in India, whatever for: not more than that can have gone abroad':
    'Liberalised Remittance Scheme: Wer in Indien ansässig ist, darf von April bis März höchstens 250.000 USD ins Ausland senden. Gemessen ist alles, was die Konten in Indien verließ, wofür auch immer: Mehr kann nicht ins Ausland gegangen sein',
  'Tax collected at source on remittances: above INR 1,000,000 from April to March, 2 % for education and medical treatment, 20 % for other purposes. Read in the state of a bill; whether it was enacted so was not confirmed. Measured is all that left the accounts in India':
    'Quellensteuer auf Überweisungen ins Ausland: über 1.000.000 INR von April bis März, 2 % für Ausbildung und Behandlung, 20 % für andere Zwecke. Gelesen im Stand eines Gesetzentwurfs; ob er so beschlossen wurde, ist nicht bestätigt. Gemessen ist alles, was die Konten in Indien verließ',
  'Relief under a treaty between India and another country asks for a certificate of residency; one covers one financial year':
    'Entlastung nach einem Abkommen zwischen Indien und einem anderen Land verlangt eine Ansässigkeitsbescheinigung; eine gilt für ein Finanzjahr',
  'SA106: a resident of the United Kingdom reports income from abroad, or claims relief for tax paid there. Due on 31 October on paper, on 31 January online':
    'SA106: Wer im Vereinigten Königreich ansässig ist, meldet Einkünfte aus dem Ausland oder beantragt Entlastung für dort gezahlte Steuern. Fällig am 31. Oktober auf Papier, am 31. Januar online',
  'T1135: a resident of Canada whose property abroad cost more than CAD 100,000 together; below CAD 250,000 in the simplified form. Things for personal use do not count, and the first year of residence is exempt. Measured are stated costs at the latest rates, where rates of the days of purchase decide':
    'T1135: wer in Kanada ansässig ist und dessen Vermögen im Ausland zusammen über 100.000 CAD kostete; unter 250.000 CAD in vereinfachter Form. Dinge zum eigenen Gebrauch zählen nicht, das erste Jahr der Ansässigkeit ist ausgenommen. Gemessen sind angegebene Kosten zu den jüngsten Kursen; entscheidend sind die Kurse der Kauftage',
  'Foreign income tax offset: up to AUD 1,000 of tax paid abroad is claimed directly; above it the limit has to be worked out. Nothing is carried forward':
    'Anrechnung ausländischer Steuern: Bis 1.000 AUD im Ausland gezahlter Steuern werden unmittelbar angerechnet; darüber ist die Grenze auszurechnen. Übertragen wird nichts',
  'CRS: whoever is resident elsewhere than where an account is tells its institution all residences and tax numbers, and again when they change':
    'CRS: Wer anderswo ansässig ist, als das Konto liegt, nennt dem Institut alle Ansässigkeiten und Steuernummern, und wieder, wenn sie sich ändern',
  'Institutions ask again from time to time who their customer is: identity, address, tax numbers':
    'Institute fragen von Zeit zu Zeit wieder, wer ihr Kunde ist: Ausweis, Anschrift, Steuernummern',
  'An account outside the home country: keep what shows where the money came from, for the day when it is moved or asked about':
    'Ein Konto außerhalb des Heimatlandes: Heben Sie auf, was zeigt, woher das Geld kam, für den Tag, an dem es bewegt oder danach gefragt wird',
  'Nobody quotes a price for it: state its value at least once a year':
    'Niemand nennt einen Kurs dafür: Geben Sie ihren Wert mindestens einmal im Jahr an',
  'Keep bookings and the documents behind them for as long as the country of residence may ask for them':
    'Heben Sie Buchungen und die Unterlagen dazu so lange auf, wie das Land der Ansässigkeit danach fragen kann',
  'The limit may be reached: how much of it went abroad is not known':
    'Die Grenze kann erreicht sein: Wie viel davon ins Ausland ging, ist nicht bekannt',
  'Tax may have been collected: purpose and amount sent abroad decide':
    'Steuer kann einbehalten worden sein: Zweck und gesendeter Betrag entscheiden',
  'From the Indian tax office, for countries where accounts are held':
    'Vom indischen Finanzamt, für Länder, in denen Konten liegen',
  'From the tax office of {country}, for income from accounts in India':
    'Vom Finanzamt von {country}, für Einkünfte aus Konten in Indien',
  'Without {missing}, only {amount} {currency} of it can be told':
    'Ohne {missing} lassen sich davon nur {amount} {currency} nennen',
  'When the institution asked last is not known': 'Wann das Institut zuletzt fragte, ist nicht bekannt',
  'Whether it was given is not known': 'Ob es gegeben wurde, ist nicht bekannt',
  'It applies if this is still so on 31 December': 'Es gilt, wenn es am 31. Dezember noch so ist',
  'There was a distribution or a sale this year, which may end the exemption':
    'Es gab in diesem Jahr eine Ausschüttung oder einen Verkauf; das kann die Befreiung beenden',
  'The day on which it was signed is not known': 'Der Tag der Unterschrift ist nicht bekannt',
  'It depends on the filing status, which is not stated': 'Es hängt vom Veranlagungsstand ab, der nicht angegeben ist',

  // The reading of files
  'This file is empty': 'Diese Datei ist leer',
  'This is {kind} and no table. Choose a CSV export': 'Das ist keine Tabelle ({kind}). Wählen Sie einen CSV-Export',
  'This file holds no rows': 'Diese Datei enthält keine Zeilen',
  'No columns were found in this file. Choose a CSV export of transactions or prices':
    'In dieser Datei wurden keine Spalten gefunden. Wählen Sie einen CSV-Export von Buchungen oder Kursen',
  'In {where} a quotation mark is opened and never closed':
    'Ein Anführungszeichen wird geöffnet und nie geschlossen ({where})',
  'On line {line} a cell is longer than {count} characters':
    'In Zeile {line} ist eine Zelle länger als {count} Zeichen',
  'Line {line} has more than {count} columns': 'Zeile {line} hat mehr als {count} Spalten',
  'This file has more than {count} rows. Import it in parts':
    'Diese Datei hat mehr als {count} Zeilen. Importieren Sie sie in Teilen',
  'This zip archive is damaged and cannot be opened': 'Dieses ZIP-Archiv ist beschädigt und lässt sich nicht öffnen',
  'This is a workbook of a spreadsheet. Save it there as CSV and choose that':
    'Das ist eine Arbeitsmappe einer Tabellenkalkulation. Speichern Sie sie dort als CSV und wählen Sie diese',
  'This zip archive holds no CSV file{names}': 'Dieses ZIP-Archiv enthält keine CSV-Datei{names}',
  'This zip archive holds several tables{names}. Unpack it and choose one':
    'Dieses ZIP-Archiv enthält mehrere Tabellen{names}. Entpacken Sie es und wählen Sie eine',
  'This file has {size} MB, and at most {most} MB are read at once. Export one year at a time, or a shorter period, and import the files one after the other':
    'Diese Datei hat {size} MB, und gelesen werden höchstens {most} MB auf einmal. Exportieren Sie Jahr für Jahr oder einen kürzeren Zeitraum, und importieren Sie die Dateien nacheinander',
  'What is packed in this archive has more than {most} MB. Export one year at a time, or a shorter period, and import the files one after the other':
    'Was in diesem Archiv gepackt ist, hat mehr als {most} MB. Exportieren Sie Jahr für Jahr oder einen kürzeren Zeitraum, und importieren Sie die Dateien nacheinander',
  'This JSON file holds no list of transactions. Choose an export of transactions':
    'Diese JSON-Datei enthält keine Liste von Buchungen. Wählen Sie einen Export von Buchungen',
  'The entries of this file have more than {count} fields': 'Die Einträge dieser Datei haben mehr als {count} Felder',
  'This file begins like JSON and is damaged, or cut off':
    'Diese Datei beginnt wie JSON und ist beschädigt oder abgeschnitten',
  'Say which column holds the date': 'Sagen Sie, welche Spalte das Datum enthält',
  'Say which column holds the amount': 'Sagen Sie, welche Spalte den Betrag enthält',
  'Say which column tells the kind of transaction': 'Sagen Sie, welche Spalte die Art der Buchung nennt',
  'Say in which currency the amounts are': 'Sagen Sie, in welcher Währung die Beträge sind',
  'Choose the account that this file belongs to': 'Wählen Sie das Konto, zu dem diese Datei gehört',
  'Choose the account for ‘{name}’': 'Wählen Sie das Konto für „{name}“',
  'No figures were found. Say which columns hold dates and prices':
    'Es wurden keine Zahlen gefunden. Sagen Sie, welche Spalten Daten und Kurse enthalten',
  'Make an account first: every asset lies in one': 'Legen Sie zuerst ein Konto an: Jede Anlage liegt auf einem',
  'Choose the asset whose prices these are': 'Wählen Sie die Anlage, deren Kurse das sind',
  '‘{example}’ reads two ways. Is the comma the decimal mark?':
    '„{example}“ lässt sich auf zwei Arten lesen. Ist das Komma das Dezimalzeichen?',
  '‘{example}’ reads two ways. Is the point the decimal mark?':
    '„{example}“ lässt sich auf zwei Arten lesen. Ist der Punkt das Dezimalzeichen?',
  '‘{example}’ reads two ways. Does the day come first?':
    '„{example}“ lässt sich auf zwei Arten lesen. Steht der Tag vorn?',
  '‘{example}’ reads two ways. Does the month come first?':
    '„{example}“ lässt sich auf zwei Arten lesen. Steht der Monat vorn?',
  'No line of this file names its columns. Say what each of them is':
    'Keine Zeile dieser Datei benennt ihre Spalten. Sagen Sie, was jede ist',
  'No account is chosen for it': 'Dafür ist kein Konto ausgewählt',
  'No asset is chosen for its security': 'Für das Wertpapier ist keine Anlage ausgewählt',
  'The file tells that a split added {units} units, but not how many were held before. Enter the split by hand':
    'Die Datei sagt, dass ein Split {units} Stück brachte, aber nicht, wie viele vorher da waren. Tragen Sie den Split von Hand ein',
  'An earlier import brought it already': 'Ein früherer Import hat es schon gebracht',
  'A part of it was imported already': 'Ein Teil davon wurde schon importiert',
  'It could be there already: a booking of the same kind and amount lies within three days':
    'Es könnte schon da sein: Eine Buchung derselben Art und Höhe liegt innerhalb von drei Tagen',
  'Securities are exchanged here; what the old ones cost does not go over by itself':
    'Hier werden Wertpapiere getauscht; der Einstand der alten geht nicht von selbst über',
  'It names no security': 'Kein Wertpapier ist genannt',
  'The number of units is missing': 'Die Stückzahl fehlt',
  'The number of units is zero': 'Die Stückzahl ist null',
  'The dividend is negative: it is taken back': 'Die Dividende ist negativ: Sie wird zurückgenommen',
  'Nothing tells the amount': 'Nichts nennt den Betrag',
  'Nothing tells the currency': 'Nichts nennt die Währung',
  'It is called ‘{word}’, and its sign says the opposite': 'Es heißt „{word}“, und das Vorzeichen sagt das Gegenteil',
  'The amount is zero': 'Der Betrag ist null',
  'The ratio of the split is missing': 'Das Verhältnis des Splits fehlt',
  'The costs of {costs} are more than the amount of {amount}':
    'Die Kosten von {costs} sind mehr als der Betrag von {amount}',
  'The amounts in {one} and {other} do not belong together': 'Die Beträge in {one} und {other} gehören nicht zusammen',
  'By its amounts the rate is {rate}; the file says {stated}':
    'Nach den Beträgen ist der Kurs {rate}; die Datei sagt {stated}',
  'Costs of {costs} cannot be expressed in {currency} and are left out':
    'Kosten von {costs} lassen sich nicht in {currency} ausdrücken und werden ausgelassen',
  'Units times price are {product}, but {booked} was booked':
    'Stückzahl mal Kurs ist {product}, gebucht wurden aber {booked}',
  'The date is missing': 'Das Datum fehlt',
  '‘{text}’ is not a date of the calendar': '„{text}“ ist kein Datum des Kalenders',
  'The {field} ‘{text}’ reads two ways; it is taken for {reading}':
    '„{text}“ ({field}) lässt sich auf zwei Arten lesen; es gilt als {reading}',
  '‘{text}’ reads two ways; it is taken for {reading}':
    '„{text}“ lässt sich auf zwei Arten lesen; es gilt als {reading}',
  'The date {day} is in the future': 'Das Datum {day} liegt in der Zukunft',
  'The date {day} is more than a hundred years ago': 'Das Datum {day} liegt über hundert Jahre zurück',
  '‘{word}’ is nothing that belongs into the portfolio': '„{word}“ ist nichts, was ins Portfolio gehört',
  'Nothing tells what kind of transaction it is': 'Nichts sagt, welche Art von Buchung es ist',
  'It is not known what ‘{word}’ means. Say so among the columns':
    'Es ist nicht bekannt, was „{word}“ bedeutet. Sagen Sie es bei den Spalten',
  'A line of totals': 'Eine Zeile mit Summen',
  'A line of text: ‘{text}’': 'Eine Zeile Text: „{text}“',
  '‘{currency}’ is not a currency that is known': '„{currency}“ ist keine bekannte Währung',
  'The {field} ‘{text}’ is not a number': '„{text}“ ({field}) ist keine Zahl',
  '‘{text}’ is not a number': '„{text}“ ist keine Zahl',
  '‘{text}’ is not above zero': '„{text}“ ist nicht größer als null',
  'A part of what the old shares cost belongs to these; it does not go over by itself':
    'Ein Teil des Einstands der alten Aktien gehört zu diesen; er geht nicht von selbst über',
  'Units, price or amount of the order are missing': 'Stückzahl, Kurs oder Betrag der Order fehlen',
  '‘{word}’ stands in the same order': '„{word}“ steht in derselben Order',
  'The amount of the dividend is missing': 'Der Betrag der Dividende fehlt',
  'The amount is missing': 'Der Betrag fehlt',
  'The other side of this exchange of money is not in the file':
    'Die andere Seite dieses Geldwechsels ist nicht in der Datei',
  'The security was only renamed; its ISIN is the same': 'Das Wertpapier wurde nur umbenannt; seine ISIN ist dieselbe',
  'The result of a money market fund, booked as interest': 'Das Ergebnis eines Geldmarktfonds, als Zinsen gebucht',
  'Money that DEGIRO moves between its own accounts of yours': 'Geld, das DEGIRO zwischen Ihren Konten dort verschiebt',
  'A reservation; the payment itself has a line of its own':
    'Eine Vormerkung; die Zahlung selbst hat eine eigene Zeile',
  'It names no security, and date, units or amount are missing':
    'Kein Wertpapier ist genannt, und Datum, Stückzahl oder Betrag fehlen',
  'Money is exchanged for money here, and the file does not say which currency was given':
    'Hier wird Geld gegen Geld getauscht, und die Datei sagt nicht, welche Währung gegeben wurde',
  'The file does not name the currency that was {way}; that of the commission, {currency}, is taken for it':
    'Die Datei nennt die gehandelte Währung nicht ({way}); dafür gilt die der Provision, {currency}',
  'Currencies that no longer exist are left out: {names}':
    'Währungen, die es nicht mehr gibt, werden ausgelassen: {names}',
  'Your data is being updated in another window. Nothing is lost. {message}':
    'Ihre Daten werden in einem anderen Fenster aktualisiert. Nichts ist verloren. {message}',
  'Your data could not be opened. Nothing was changed':
    'Ihre Daten konnten nicht geöffnet werden. Nichts wurde verändert',

  // Attachments in backups
  'The list of attachments in this file (manifest.json) is damaged':
    'Die Liste der Anhänge in dieser Datei (manifest.json) ist beschädigt',
  'The list of attachments in this file (manifest.json) cannot be read':
    'Die Liste der Anhänge in dieser Datei (manifest.json) lässt sich nicht lesen',
  'The list of attachments in this file (manifest.json) is not one that this app writes':
    'Die Liste der Anhänge in dieser Datei (manifest.json) ist keine, die diese App schreibt',
  'The list of attachments in this file (manifest.json) is not one that this app writes: look at {place}':
    'Die Liste der Anhänge in dieser Datei (manifest.json) ist keine, die diese App schreibt: siehe {place}',
  'This file was written by a newer version of the app, in a form that this one does not know':
    'Diese Datei hat eine neuere Version der App geschrieben, in einer Form, die diese nicht kennt',
  'Update the app, or unpack the file and choose the backup in it':
    'Aktualisieren Sie die App, oder entpacken Sie die Datei und wählen Sie die Sicherung darin',
  'This zip file is empty': 'Diese Zip-Datei ist leer',
  'This zip file is no backup of this app: it holds {names}':
    'Diese Zip-Datei ist keine Sicherung dieser App: Sie enthält {names}',
  'This zip file is cut off or damaged: its table of contents is not at its end':
    'Diese Zip-Datei ist abgeschnitten oder beschädigt: Ihr Inhaltsverzeichnis steht nicht am Ende',
  'This zip file was not written by this app, or was packed anew':
    'Diese Zip-Datei hat nicht diese App geschrieben, oder sie wurde neu gepackt',
  'If a backup is in it, unpack it and choose the file whose name begins with WealthWise_Backup':
    'Enthält sie eine Sicherung, entpacken Sie sie und wählen Sie die Datei, deren Name mit WealthWise_Backup beginnt',
  'This zip file names {count} files, more than a backup with attachments has':
    'Diese Zip-Datei nennt {count} Dateien, mehr als eine Sicherung mit Anhängen hat',
  'This zip file holds ‘{name}’ twice': 'Diese Zip-Datei enthält „{name}“ doppelt',
  'This zip file says that ‘{name}’ is larger than what is in it':
    'Diese Zip-Datei sagt, „{name}“ sei größer als das, was darin ist',
  'This zip file contradicts itself about ‘{name}’': 'Diese Zip-Datei widerspricht sich bei „{name}“',
  'This file holds ‘{name}’, which its list does not name':
    'Diese Datei enthält „{name}“, und ihre Liste nennt es nicht',
  'The backup ‘{name}’ is missing in this file': 'Die Sicherung „{name}“ fehlt in dieser Datei',
  'The attachments that this file names are more than 4 GB': 'Die Anhänge, die diese Datei nennt, haben mehr als 4 GB',
  'The list in this file names the attachment ‘{name}’ twice':
    'Die Liste in dieser Datei nennt den Anhang „{name}“ doppelt',
  'The attachment ‘{name}’ is missing in this file': 'Der Anhang „{name}“ fehlt in dieser Datei',
  'The attachment ‘{name}’ has not the size that the list in this file says':
    'Der Anhang „{name}“ hat nicht die Größe, die die Liste in dieser Datei nennt',
  'The attachment ‘{name}’ is damaged: its content is not what was put in':
    'Der Anhang „{name}“ ist beschädigt: Sein Inhalt ist nicht, was hineingelegt wurde',
  'The backup and its attachments are more than one zip file takes (4 GB)':
    'Die Sicherung und ihre Anhänge sind mehr, als eine Zip-Datei fasst (4 GB)',
  'Download the backup without them, and save the largest files one by one from their assets':
    'Laden Sie die Sicherung ohne sie herunter, und sichern Sie die größten Dateien einzeln bei ihren Anlagen',
  'Packing: {count} of {total} files': 'Gepackt: {count} von {total} Dateien',
  'Reading the attachments': 'Anhänge werden gelesen',
  'Checking the attachments: {count} of {total}': 'Anhänge werden geprüft: {count} von {total}',
  'Putting back attachments: {count} of {total}': 'Anhänge werden zurückgelegt: {count} von {total}',
  'The attachments of your documents are all here, and exactly what was put in: {count}':
    'Die Anhänge Ihrer Dokumente sind alle da, und genau so, wie sie hineingelegt wurden: {count}',
  'Attachments of your documents: {count} sound, {missing} missing, {damaged} damaged':
    'Anhänge Ihrer Dokumente: {count} in Ordnung, {missing} fehlen, {damaged} beschädigt',
  'missing: “{name}”': 'fehlt: „{name}“',
  'damaged: “{name}”': 'beschädigt: „{name}“',
  'Your records are not affected': 'Ihre Datensätze sind nicht betroffen',
  'A backup that was downloaded with attachments brings the files back: restore it and choose “Only add what is missing”':
    'Eine mit Anhängen heruntergeladene Sicherung bringt die Dateien zurück: Stellen Sie sie wieder her und wählen Sie „Nur hinzufügen, was fehlt“'
};

export const german = new Retelling(texts, { language: 'de', stop: '.' });
