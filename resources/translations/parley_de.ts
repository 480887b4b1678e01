<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Parley</source>
        <translation>Über Parley</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Free software under the MIT license. It uses the work of many others:</source>
        <translation>Freie Software unter der MIT-Lizenz. Sie nutzt die Arbeit vieler anderer:</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Replace key</source>
        <translation>Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>My key is in a .env file</source>
        <translation>Mein Schlüssel steht in einer .env-Datei</translation>
    </message>
    <message>
        <source>Parley copies the key from it. The file itself is not changed.</source>
        <translation>Parley übernimmt den Schlüssel daraus. Die Datei selbst wird nicht verändert.</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>The file {path} still holds the key. Remove it there if nothing else needs it.</source>
        <translation>Die Datei {path} enthält den Schlüssel noch. Löschen Sie ihn dort, wenn sonst nichts ihn braucht.</translation>
    </message>
    <message>
        <source>The saved key cannot be read at the moment.</source>
        <translation>Der gespeicherte Schlüssel kann gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No key is saved for this service.</source>
        <translation>Für diesen Dienst ist kein Schlüssel gespeichert.</translation>
    </message>
    <message>
        <source>The key that ends in {last4} is kept until Parley is closed.</source>
        <translation>Der Schlüssel mit der Endung {last4} bleibt erhalten, bis Parley geschlossen wird.</translation>
    </message>
    <message>
        <source>The key is kept until Parley is closed.</source>
        <translation>Der Schlüssel wird behalten, bis Parley geschlossen wird.</translation>
    </message>
    <message>
        <source>The key that ends in {last4} is kept in {place}.</source>
        <translation>Der Schlüssel mit der Endung {last4} liegt hier: {place}.</translation>
    </message>
    <message>
        <source>The key is kept in {place}.</source>
        <translation>Der Schlüssel liegt in {place}.</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Regenerate answer</source>
        <translation>Neu antworten lassen</translation>
    </message>
    <message>
        <source>Continue answer</source>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Export up to here</source>
        <translation>Bis hierher exportieren</translation>
    </message>
    <message>
        <source>Show as Python</source>
        <translation>Als Python zeigen</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Message actions</source>
        <translation>Aktionen zur Nachricht</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} von {all}</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Fassung löschen</translation>
    </message>
</context>
<context>
    <name>AnswerLengthControl</name>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Longest answer (max tokens)</source>
        <translation>Längste Antwort (max tokens)</translation>
    </message>
    <message>
        <source>Set no limit</source>
        <translation>Keine Grenze setzen</translation>
    </message>
    <message>
        <source>about {count} words</source>
        <translation>etwa {count} Wörter</translation>
    </message>
    <message>
        <source>The model decides how much it writes.</source>
        <translation>Das Modell entscheidet, wie viel es schreibt.</translation>
    </message>
    <message>
        <source>This model&apos;s thinking counts too, so leave it plenty of room.</source>
        <translation>Auch das Nachdenken dieses Modells zählt, lassen Sie ihm also viel Raum.</translation>
    </message>
    <message>
        <source>This model writes at most {limit} tokens, about {count} words.</source>
        <translation>Dieses Modell schreibt höchstens {limit} Tokens, etwa {count} Wörter.</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Pasted picture.png</source>
        <translation>Eingefügtes Bild.png</translation>
    </message>
    <message>
        <source>Pasted text.txt</source>
        <translation>Eingefügter Text.txt</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>64 megapixels</source>
        <translation>64 Megapixel</translation>
    </message>
</context>
<context>
    <name>BranchDeletion</name>
    <message>
        <source>While an answer is being written, no message can be deleted.</source>
        <translation>Solange eine Antwort geschrieben wird, kann keine Nachricht gelöscht werden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Fassung löschen</translation>
    </message>
    <message>
        <source>You can undo this.</source>
        <translation>Sie können das rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Diese Nachricht löschen?</translation>
    </message>
    <message>
        <source>Delete this version?</source>
        <translation>Diese Fassung löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete this message and %n messages after it?</source>
        <translation>
            <numerusform>Diese Nachricht und %n Nachricht danach löschen?</numerusform>
            <numerusform>Diese Nachricht und %n Nachrichten danach löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete this version and %n messages after it?</source>
        <translation>
            <numerusform>Diese Fassung und %n Nachricht danach löschen?</numerusform>
            <numerusform>Diese Fassung und %n Nachrichten danach löschen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatDefaults</name>
    <message>
        <source>Creativity {value}</source>
        <translation>Kreativität {value}</translation>
    </message>
    <message>
        <source>Longest answer {value} tokens</source>
        <translation>Längste Antwort {value} Tokens</translation>
    </message>
    <message>
        <source>Choice of words {value}</source>
        <translation>Wortwahl {value}</translation>
    </message>
    <message>
        <source>New subjects {value}</source>
        <translation>Neue Themen {value}</translation>
    </message>
    <message>
        <source>Less repetition {value}</source>
        <translation>Weniger Wiederholung {value}</translation>
    </message>
    <message>
        <source>Seed {value}</source>
        <translation>Seed {value}</translation>
    </message>
    <message>
        <source>{value} answers at once</source>
        <translation>{value} Antworten auf einmal</translation>
    </message>
    <message>
        <source>With examples</source>
        <translation>Mit Beispielen</translation>
    </message>
    <message>
        <source>Answer as JSON</source>
        <translation>Antwort als JSON</translation>
    </message>
    <message>
        <source>Text completion</source>
        <translation>Textvervollständigung</translation>
    </message>
    <message>
        <source>Thinking: {value}</source>
        <translation>Nachdenken: {value}</translation>
    </message>
    <message>
        <source>Wordiness: {value}</source>
        <translation>Ausführlichkeit: {value}</translation>
    </message>
    <message>
        <source>With stop sequences</source>
        <translation>Mit Texten zum Anhalten</translation>
    </message>
</context>
<context>
    <name>ChatSettingsPanel</name>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>For example: You are a patient teacher. Answer in short sentences.</source>
        <translation>Zum Beispiel: Du bist eine geduldige Lehrerin. Antworte in kurzen Sätzen.</translation>
    </message>
    <message>
        <source>Text completion</source>
        <translation>Text fortsetzen</translation>
    </message>
    <message>
        <source>Instructions (system message)</source>
        <translation>Anweisungen (system message)</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Use for new chats</source>
        <translation>Für neue Gespräche</translation>
    </message>
    <message>
        <source>Examples (few-shot)</source>
        <translation>Beispiele (few-shot)</translation>
    </message>
    <message>
        <source>New chats then begin with these settings and instructions.</source>
        <translation>Neue Gespräche beginnen dann mit diesen Einstellungen und Anweisungen.</translation>
    </message>
    <message>
        <source>More settings ({number} set)</source>
        <translation>Weitere Einstellungen ({number} gesetzt)</translation>
    </message>
    <message>
        <source>This model only continues a text. It gets one prompt and no history.</source>
        <translation>Dieses Modell setzt nur einen Text fort. Es bekommt einen Prompt und keinen Verlauf.</translation>
    </message>
    <message>
        <source>Sends one prompt and continues it: no instructions, no examples, no history.</source>
        <translation>Sendet einen einzigen Prompt und setzt ihn fort: ohne Anweisungen, Beispiele und Verlauf.</translation>
    </message>
    <message>
        <source>How the model should behave in this conversation. You can leave it empty.</source>
        <translation>Wie sich das Modell in diesem Gespräch verhalten soll. Darf leer bleiben.</translation>
    </message>
    <message>
        <source>Pairs that show the model how you want your answers.</source>
        <translation>Paare, die dem Modell zeigen, wie Sie sich Antworten wünschen.</translation>
    </message>
    <message>
        <source>Not used in text completion.</source>
        <translation>Wird beim Fortsetzen von Text nicht benutzt.</translation>
    </message>
    <message>
        <source>New chats begin like this one from now on. Settings, Defaults shows them.</source>
        <translation>Neue Gespräche beginnen von jetzt an wie dieses. Sie finden das unter Einstellungen, Vorgaben.</translation>
    </message>
    <message>
        <source>Answer in JSON.</source>
        <translation>Antworte in JSON.</translation>
    </message>
</context>
<context>
    <name>CheckState</name>
    <message>
        <source>Asking the service…</source>
        <translation>Der Dienst wird gefragt …</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Detail: {detail}</source>
        <translation>Genauigkeit: {detail}</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Your next message goes to each of these models at once. You see their answers side by side, with time and price, and keep the ones you like.</source>
        <translation>Ihre nächste Nachricht geht gleichzeitig an jedes dieser Modelle. Sie sehen die Antworten nebeneinander, mit Zeit und Preis, und behalten, was Ihnen gefällt.</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>Weitere Modelle…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>Modelle zum Vergleichen</translation>
    </message>
    <message>
        <source>The practice model is the only one here. With a key or another service you can compare.</source>
        <translation>Das Übungsmodell ist hier das einzige. Mit einem Schlüssel oder einem anderen Dienst können Sie vergleichen.</translation>
    </message>
    <message>
        <source>Choose at least two models.</source>
        <translation>Wählen Sie mindestens zwei Modelle.</translation>
    </message>
    <message>
        <source>Four models, which is the most. Write your message below.</source>
        <translation>Vier Modelle, mehr gehen nicht. Schreiben Sie Ihre Nachricht unten.</translation>
    </message>
    <message numerus="yes">
        <source>%n models. Write your message below.</source>
        <translation>
            <numerusform>%n Modelle. Schreiben Sie Ihre Nachricht unten.</numerusform>
            <numerusform>%n Modelle. Schreiben Sie Ihre Nachricht unten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>A complete program for Python. It reads your key from a file named .env, so the key is not in it.</source>
        <translation>Ein vollständiges Programm für Python. Es liest Ihren Schlüssel aus einer Datei namens .env, der Schlüssel steht also nicht darin.</translation>
    </message>
    <message>
        <source>A command for a shell such as bash or zsh. It reads your key from OPENAI_API_KEY, so the key is not in it.</source>
        <translation>Ein Befehl für eine Shell wie bash oder zsh. Er liest Ihren Schlüssel aus OPENAI_API_KEY, der Schlüssel steht also nicht darin.</translation>
    </message>
    <message>
        <source>What is sent, as the service reads it. Your key is not part of it.</source>
        <translation>Was gesendet wird, so wie der Dienst es liest. Ihr Schlüssel gehört nicht dazu.</translation>
    </message>
    <message>
        <source>Show as code</source>
        <translation>Als Code zeigen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Long data is shortened here. Copy and Save give all of it.</source>
        <translation>Lange Daten sind hier gekürzt. „Kopieren“ und „Speichern“ geben alles.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
    </message>
</context>
<context>
    <name>CodeTools</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation>Alle {count} Zeilen zeigen</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Keep this answer</source>
        <translation>Diese Antwort behalten</translation>
    </message>
    <message>
        <source>Stop {model}</source>
        <translation>{model} anhalten</translation>
    </message>
    <message>
        <source>Keep the answer of {model}</source>
        <translation>Die Antwort von {model} behalten</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>{model}: {facts}</source>
        <translation>{model}: {facts}</translation>
    </message>
    <message>
        <source>First word after {time}</source>
        <translation>Erstes Wort nach {time}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Your message: {text}</source>
        <translation>Ihre Nachricht: {text}</translation>
    </message>
    <message>
        <source>Each model writes by itself. You can stop one without the others.</source>
        <translation>Jedes Modell schreibt für sich. Sie können eines anhalten, ohne die anderen zu stören.</translation>
    </message>
    <message>
        <source>Keep one answer and the others are deleted, or keep all: arrows lead from one to the next.</source>
        <translation>Behalten Sie eine Antwort, dann werden die anderen gelöscht, oder alle: Pfeile führen von einer zur nächsten.</translation>
    </message>
</context>
<context>
    <name>ComparedAnswer</name>
    <message>
        <source>Answer of {model}</source>
        <translation>Antwort von {model}</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Fastest</source>
        <translation>Am schnellsten</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Am günstigsten</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Attach pictures (up to 20 MB), PDFs (up to 50 MB) and text files (up to 1 MB)</source>
        <translation>Bilder (bis 20 MB), PDFs (bis 50 MB) und Textdateien (bis 1 MB) anhängen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line</source>
        <translation>Eingabe sendet, Umschalt+Eingabe beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Pictures, PDFs and text files (*)</source>
        <translation>Bilder, PDFs und Textdateien (*)</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
</context>
<context>
    <name>ConfirmBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Context: {percent} % full</source>
        <translation>Kontext: zu {percent} % voll</translation>
    </message>
    <message>
        <source>{tokens} tokens, window unknown</source>
        <translation>{tokens} Tokens, Fenster unbekannt</translation>
    </message>
    <message>
        <source>Sending now takes {tokens} tokens, about {words} words. How many {model} can read at once (its context window) is not known.</source>
        <translation>Jetzt zu senden braucht {tokens} Tokens, etwa {words} Wörter. Wie viele {model} auf einmal lesen kann (sein Kontextfenster), ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Context: {used}</source>
        <translation>Kontext: {used}</translation>
    </message>
    <message>
        <source>Window unknown</source>
        <translation>Fenster unbekannt</translation>
    </message>
    <message>
        <source>Sending now takes {tokens} of the {window} tokens that {model} can read at once (its context window): about {words} of {all_words} words.</source>
        <translation>Jetzt zu senden braucht {tokens} der {window} Tokens, die {model} auf einmal lesen kann (sein Kontextfenster): etwa {words} von {all_words} Wörtern.</translation>
    </message>
    <message>
        <source>{tokens} more are kept for the answer.</source>
        <translation>{tokens} weitere sind für die Antwort vorgesehen.</translation>
    </message>
    <message>
        <source>This conversation is nearly as long as {model} can read at once. What shall become of it?</source>
        <translation>Diese Unterhaltung ist fast so lang, wie {model} auf einmal lesen kann. Wie soll es weitergehen?</translation>
    </message>
    <message>
        <source>This conversation is longer than {model} can read at once.</source>
        <translation>Diese Unterhaltung ist länger, als {model} auf einmal lesen kann.</translation>
    </message>
    <message>
        <source>This message is longer than {model} can read at once.</source>
        <translation>Diese Nachricht ist länger, als {model} auf einmal lesen kann.</translation>
    </message>
    <message>
        <source>Leave out the oldest</source>
        <translation>Die ältesten weglassen</translation>
    </message>
    <message>
        <source>Summarise the oldest</source>
        <translation>Die ältesten zusammenfassen</translation>
    </message>
    <message>
        <source>Choose a larger model</source>
        <translation>Ein größeres Modell wählen</translation>
    </message>
    <message>
        <source>The oldest messages are being summarised…</source>
        <translation>Die ältesten Nachrichten werden zusammengefasst …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>A summary is now sent in place of the oldest messages. The messages themselves stay here.</source>
        <translation>Statt der ältesten Nachrichten wird jetzt eine Zusammenfassung gesendet. Die Nachrichten selbst bleiben hier.</translation>
    </message>
    <message>
        <source>The oldest messages are not sent any more. They stay here.</source>
        <translation>Die ältesten Nachrichten werden nicht mehr gesendet. Hier bleiben sie.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The files of this conversation are {size} together. At most {limit} can be sent at once.</source>
        <translation>Die Dateien dieser Unterhaltung sind zusammen {size} groß. Höchstens {limit} können auf einmal gesendet werden.</translation>
    </message>
    <message>
        <source>This conversation has {count} pictures. At most {limit} can be sent at once.</source>
        <translation>Diese Unterhaltung enthält {count} Bilder. Höchstens {limit} können auf einmal gesendet werden.</translation>
    </message>
    <message>
        <source>Too many or too large files</source>
        <translation>Zu viele oder zu große Dateien</translation>
    </message>
    <message>
        <source>{name} asks for a password, so the model cannot read it. Save it without a password first.</source>
        <translation>{name} verlangt ein Passwort, darum kann das Modell sie nicht lesen. Speichern Sie sie zuerst ohne Passwort.</translation>
    </message>
    <message>
        <source>{model} reads text only. It will not see {name}.</source>
        <translation>{model} liest nur Text. {name} wird es nicht sehen.</translation>
    </message>
    <message>
        <source>{model} reads text only. It will not see {count} of the files.</source>
        <translation>{model} liest nur Text. {count} der Dateien wird es nicht sehen.</translation>
    </message>
    <message>
        <source>Not every service reads PDF files. If {service} refuses it, attach its text instead.</source>
        <translation>Nicht jeder Dienst liest PDF-Dateien. Wenn {service} sie ablehnt, hängen Sie stattdessen ihren Text an.</translation>
    </message>
    <message>
        <source>{model} reads text only. The pictures and PDFs of this conversation are not sent to it.</source>
        <translation>{model} liest nur Text. Die Bilder und PDFs dieser Unterhaltung werden ihm nicht gesendet.</translation>
    </message>
    <message>
        <source>Choose a model that sees</source>
        <translation>Ein Modell wählen, das sieht</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Alle entfernen</translation>
    </message>
</context>
<context>
    <name>ContextWiring</name>
    <message>
        <source>about {tokens} tokens</source>
        <translation>etwa {tokens} Tokens</translation>
    </message>
    <message>
        <source>There is nothing to leave out yet</source>
        <translation>Noch gibt es nichts wegzulassen</translation>
    </message>
    <message>
        <source>Send everything again</source>
        <translation>Wieder alles senden</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n Gespräche</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close Parley</source>
        <translation>Parley schließen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Something went wrong inside Parley</source>
        <translation>In Parley ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Parley cannot start because of it. Your conversations are not affected.</source>
        <translation>Parley kann deshalb nicht starten. Ihre Unterhaltungen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Your conversations are saved. You can go on where you were.</source>
        <translation>Ihre Gespräche sind gespeichert. Sie können weitermachen, wo Sie waren.</translation>
    </message>
    <message>
        <source>The report says where it happened. Your key and your messages are not in it.</source>
        <translation>Der Bericht sagt, wo es geschah. Ihr Schlüssel und Ihre Nachrichten stehen nicht darin.</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Der Bericht ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>CreativityControl</name>
    <message>
        <source>Creativity</source>
        <translation>Kreativität</translation>
    </message>
    <message>
        <source>Creativity (temperature)</source>
        <translation>Kreativität (temperature)</translation>
    </message>
    <message>
        <source>Use the model&apos;s own</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Predictable</source>
        <translation>Vorhersehbar</translation>
    </message>
    <message>
        <source>Surprising</source>
        <translation>Überraschend</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>The model uses its own default. Move the slider to set it yourself.</source>
        <translation>Das Modell nimmt seinen eigenen Wert. Bewegen Sie den Regler, um ihn selbst zu setzen.</translation>
    </message>
    <message>
        <source>Nearly the same answer every time. Good for facts and code.</source>
        <translation>Fast jedes Mal dieselbe Antwort. Gut für Fakten und Code.</translation>
    </message>
    <message>
        <source>Careful and to the point, with little variety.</source>
        <translation>Sorgfältig und sachlich, mit wenig Abwechslung.</translation>
    </message>
    <message>
        <source>A balance of steady and lively.</source>
        <translation>Ausgewogen zwischen ruhig und lebendig.</translation>
    </message>
    <message>
        <source>Natural and varied. Most models use this by themselves.</source>
        <translation>Natürlich und abwechslungsreich. Die meisten Modelle nehmen dies von selbst.</translation>
    </message>
    <message>
        <source>Unusual words and ideas. Good for stories.</source>
        <translation>Ungewöhnliche Wörter und Ideen. Gut für Geschichten.</translation>
    </message>
    <message>
        <source>Very unusual. Answers may lose the thread and stop making sense.</source>
        <translation>Sehr ungewöhnlich. Antworten verlieren womöglich den Faden und ihren Sinn.</translation>
    </message>
</context>
<context>
    <name>DataKeeping</name>
    <message>
        <source>The backup is at {path}</source>
        <translation>Die Sicherung liegt hier: {path}</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were written to {folder}</source>
        <translation>
            <numerusform>%n Gespräch wurde nach {folder} geschrieben</numerusform>
            <numerusform>%n Gespräche wurden nach {folder} geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPart</name>
    <message>
        <source>Your conversations</source>
        <translation>Ihre Gespräche</translation>
    </message>
    <message>
        <source>They are kept in one folder on this computer.</source>
        <translation>Sie liegen in einem Ordner auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>A copy of everything but the key, beside your conversations.</source>
        <translation>Eine Kopie von allem außer dem Schlüssel, neben Ihren Gesprächen.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Take everything with you</source>
        <translation>Alles mitnehmen</translation>
    </message>
    <message>
        <source>All conversations as files that other programs can read.</source>
        <translation>Alle Gespräche als Dateien, die andere Programme lesen können.</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren …</translation>
    </message>
    <message>
        <source>Bring conversations in</source>
        <translation>Gespräche hereinholen</translation>
    </message>
    <message>
        <source>From files that Parley exported, from a backup, or from what ChatGPT exported.</source>
        <translation>Aus Dateien, die Parley exportiert hat, aus einer Sicherung oder aus dem Datenexport von ChatGPT.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>What is emptied cannot be brought back.</source>
        <translation>Was geleert ist, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
</context>
<context>
    <name>DefaultsPart</name>
    <message>
        <source>To change them, open Chat settings and press “Use for new chats”.</source>
        <translation>Um sie zu ändern, öffnen Sie die Gesprächseinstellungen und drücken Sie „Für neue Gespräche“.</translation>
    </message>
    <message>
        <source>Begin without them</source>
        <translation>Ohne sie beginnen</translation>
    </message>
    <message>
        <source>Other settings of new conversations</source>
        <translation>Weitere Einstellungen neuer Gespräche</translation>
    </message>
    <message>
        <source>All as the model has them.</source>
        <translation>Alle so, wie das Modell sie hat.</translation>
    </message>
</context>
<context>
    <name>DotenvWay</name>
    <message>
        <source>My key is in a .env file</source>
        <translation>Mein Schlüssel steht in einer .env-Datei</translation>
    </message>
    <message>
        <source>Parley copies the key from it. The file itself is not changed.</source>
        <translation>Parley übernimmt den Schlüssel daraus. Die Datei selbst wird nicht verändert.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Reading the key and asking OpenAI whether it knows it…</source>
        <translation>Der Schlüssel wird gelesen und OpenAI gefragt, ob es ihn kennt …</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>What would you like to talk about?</source>
        <translation>Worüber möchten Sie sprechen?</translation>
    </message>
    <message>
        <source>Write below. Everything is saved by itself, and you can change your mind at any time.</source>
        <translation>Schreiben Sie unten. Alles wird von selbst gespeichert, und Sie können es sich jederzeit anders überlegen.</translation>
    </message>
    <message>
        <source>All starters…</source>
        <translation>Alle Vorlagen …</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Enter key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Open billing page</source>
        <translation>Abrechnungsseite öffnen</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
    <message>
        <source>Leave out the oldest messages</source>
        <translation>Älteste Nachrichten weglassen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Raise the limit and retry</source>
        <translation>Grenze anheben und wiederholen</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Change the budget</source>
        <translation>Budget ändern</translation>
    </message>
    <message>
        <source>Open network settings</source>
        <translation>Netzwerkeinstellungen öffnen</translation>
    </message>
    <message>
        <source>There is no key for {host} yet.</source>
        <translation>Für {host} gibt es noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Enter your key to go on. Your message is kept.</source>
        <translation>Geben Sie Ihren Schlüssel ein, um fortzufahren. Ihre Nachricht bleibt erhalten.</translation>
    </message>
    <message>
        <source>{service} did not accept this key.</source>
        <translation>{service} hat diesen Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>Check that the whole key was copied, or make a new one.</source>
        <translation>Prüfen Sie, ob der ganze Schlüssel kopiert wurde, oder erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This does not look like a key.</source>
        <translation>Das sieht nicht wie ein Schlüssel aus.</translation>
    </message>
    <message>
        <source>A key is one line of letters, digits and dashes without spaces. Copy it again.</source>
        <translation>Ein Schlüssel ist eine Zeile aus Buchstaben, Ziffern und Strichen ohne Leerzeichen. Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Your OpenAI account has no API credit left. A ChatGPT Plus subscription does not include API credit.</source>
        <translation>Ihr OpenAI-Konto hat kein API-Guthaben mehr. Ein Abonnement von ChatGPT Plus enthält kein API-Guthaben.</translation>
    </message>
    <message>
        <source>Add credit on the billing page, then try again.</source>
        <translation>Laden Sie auf der Abrechnungsseite Guthaben auf und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>This month&apos;s budget of {amount} is used up.</source>
        <translation>Das Budget dieses Monats von {amount} ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Raise the budget in Settings, or wait for next month.</source>
        <translation>Heben Sie das Budget in den Einstellungen an oder warten Sie auf den nächsten Monat.</translation>
    </message>
    <message>
        <source>Your account cannot use {model} yet. For some models OpenAI asks for a first payment.</source>
        <translation>Ihr Konto kann {model} noch nicht nutzen. Für manche Modelle verlangt OpenAI eine erste Zahlung.</translation>
    </message>
    <message>
        <source>Choose a model that your account offers.</source>
        <translation>Wählen Sie ein Modell, das Ihr Konto anbietet.</translation>
    </message>
    <message>
        <source>No model is chosen for this conversation.</source>
        <translation>Für dieses Gespräch ist kein Modell gewählt.</translation>
    </message>
    <message>
        <source>Choose one in the list above the conversation.</source>
        <translation>Wählen Sie eines in der Liste über dem Gespräch.</translation>
    </message>
    <message>
        <source>{service} asks to wait {seconds} seconds.</source>
        <translation>{service} bittet, {seconds} Sekunden zu warten.</translation>
    </message>
    <message>
        <source>Parley tries again by itself when the time is over.</source>
        <translation>Parley versucht es nach Ablauf der Zeit von selbst erneut.</translation>
    </message>
    <message>
        <source>{service} takes no more messages for now.</source>
        <translation>{service} nimmt gerade keine weiteren Nachrichten an.</translation>
    </message>
    <message>
        <source>Your message is kept. Try again in {minutes} minutes.</source>
        <translation>Ihre Nachricht bleibt erhalten. Versuchen Sie es in {minutes} Minuten noch einmal.</translation>
    </message>
    <message>
        <source>This conversation is longer than {model} can read at once.</source>
        <translation>Dieses Gespräch ist länger, als {model} auf einmal lesen kann.</translation>
    </message>
    <message>
        <source>Leave out the oldest messages, or choose a model that reads more.</source>
        <translation>Lassen Sie die ältesten Nachrichten weg oder wählen Sie ein Modell, das mehr liest.</translation>
    </message>
    <message>
        <source>The answer stopped at the length limit you set.</source>
        <translation>Die Antwort endete an der Länge, die Sie gesetzt haben.</translation>
    </message>
    <message>
        <source>Continue it from where it stopped.</source>
        <translation>Setzen Sie sie dort fort, wo sie endete.</translation>
    </message>
    <message>
        <source>The model used the whole limit for thinking.</source>
        <translation>Das Modell hat die ganze Länge zum Nachdenken verbraucht.</translation>
    </message>
    <message>
        <source>Give it more room, so that an answer fits as well.</source>
        <translation>Geben Sie ihm mehr Raum, damit auch eine Antwort hineinpasst.</translation>
    </message>
    <message>
        <source>This answer was to be JSON, but a program could not read it.</source>
        <translation>Diese Antwort sollte JSON sein, aber ein Programm könnte sie nicht lesen.</translation>
    </message>
    <message>
        <source>Ask again, or say in your message which fields you want.</source>
        <translation>Fragen Sie noch einmal, oder sagen Sie in Ihrer Nachricht, welche Felder Sie möchten.</translation>
    </message>
    <message>
        <source>The answer is to be JSON, but no message mentions JSON.</source>
        <translation>Die Antwort soll JSON sein, aber keine Nachricht erwähnt JSON.</translation>
    </message>
    <message>
        <source>Say in your message that you want JSON, and which fields.</source>
        <translation>Schreiben Sie in Ihrer Nachricht, dass Sie JSON möchten und welche Felder.</translation>
    </message>
    <message>
        <source>This answer is JSON, but it differs from your schema.</source>
        <translation>Diese Antwort ist JSON, weicht aber von Ihrem Schema ab.</translation>
    </message>
    <message>
        <source>Ask again, or change the schema in Chat settings. Details say where it differs.</source>
        <translation>Fragen Sie noch einmal, oder ändern Sie das Schema in den Gesprächseinstellungen. Unter Details steht, wo sie abweicht.</translation>
    </message>
    <message>
        <source>{model} does not take the setting {parameter}.</source>
        <translation>{model} nimmt die Einstellung {parameter} nicht an.</translation>
    </message>
    <message>
        <source>Parley leaves it out and sends the message again.</source>
        <translation>Parley lässt sie weg und sendet die Nachricht noch einmal.</translation>
    </message>
    <message>
        <source>{service} could not work with this request.</source>
        <translation>{service} konnte mit dieser Anfrage nichts anfangen.</translation>
    </message>
    <message>
        <source>The details say what it objected to.</source>
        <translation>Die Einzelheiten sagen, was beanstandet wurde.</translation>
    </message>
    <message>
        <source>{service} declined to answer this.</source>
        <translation>{service} hat es abgelehnt, darauf zu antworten.</translation>
    </message>
    <message>
        <source>Change the wording and send it again.</source>
        <translation>Ändern Sie die Formulierung und senden Sie sie erneut.</translation>
    </message>
    <message>
        <source>OpenAI does not serve this region.</source>
        <translation>OpenAI bedient diese Region nicht.</translation>
    </message>
    <message>
        <source>The details hold what OpenAI said.</source>
        <translation>In den Einzelheiten steht, was OpenAI sagte.</translation>
    </message>
    <message>
        <source>This key may not be used for this.</source>
        <translation>Dieser Schlüssel darf hierfür nicht benutzt werden.</translation>
    </message>
    <message>
        <source>Check what the key is allowed to do, or enter another one.</source>
        <translation>Prüfen Sie, was der Schlüssel darf, oder geben Sie einen anderen ein.</translation>
    </message>
    <message>
        <source>This computer is not connected to the internet.</source>
        <translation>Dieser Computer ist nicht mit dem Internet verbunden.</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The address {host} was not found.</source>
        <translation>Die Adresse {host} wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the internet connection and the service address.</source>
        <translation>Prüfen Sie die Internetverbindung und die Adresse des Dienstes.</translation>
    </message>
    <message>
        <source>Nothing answers at {host}.</source>
        <translation>Bei {host} antwortet niemand.</translation>
    </message>
    <message>
        <source>Check that the service is running and the address is right.</source>
        <translation>Prüfen Sie, ob der Dienst läuft und die Adresse stimmt.</translation>
    </message>
    <message>
        <source>The proxy did not let Parley through to {host}.</source>
        <translation>Der Proxy hat Parley nicht zu {host} durchgelassen.</translation>
    </message>
    <message>
        <source>Check the proxy, in Settings under Network or in the settings of this computer.</source>
        <translation>Prüfen Sie den Proxy, in den Einstellungen unter Netzwerk oder in denen dieses Computers.</translation>
    </message>
    <message>
        <source>The proxy {proxy} asks for a user name and password.</source>
        <translation>Der Proxy {proxy} verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>Enter them in Settings under Network, then try again.</source>
        <translation>Geben Sie beides in den Einstellungen unter Netzwerk ein und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{host} does not answer over a safe connection (https).</source>
        <translation>{host} antwortet nicht über eine sichere Verbindung (https).</translation>
    </message>
    <message>
        <source>The address of a service on this computer or in your own network often begins with http:// instead.</source>
        <translation>Die Adresse eines Dienstes auf diesem Computer oder im eigenen Netz beginnt oft stattdessen mit http://.</translation>
    </message>
    <message>
        <source>Use an address that begins with https, or no key. With a key, plain http works only for this computer.</source>
        <translation>Nehmen Sie eine Adresse, die mit https beginnt, oder keinen Schlüssel. Mit Schlüssel geht einfaches http nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Pictures, PDFs and text files can be attached.</source>
        <translation>Bilder, PDFs und Textdateien können angehängt werden.</translation>
    </message>
    <message>
        <source>The connection to {host} could not be made safely.</source>
        <translation>Die Verbindung zu {host} ließ sich nicht sicher herstellen.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted here, so nothing was sent. Check the date of this computer.</source>
        <translation>Dem Zertifikat wird hier nicht vertraut, deshalb wurde nichts gesendet. Prüfen Sie das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>The network answered with a web page instead of {host}.</source>
        <translation>Statt {host} hat das Netz mit einer Webseite geantwortet.</translation>
    </message>
    <message>
        <source>Open a browser and sign in to the network, then try again.</source>
        <translation>Öffnen Sie einen Browser, melden Sie sich im Netz an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{host} answered, but not like an OpenAI service.</source>
        <translation>{host} hat geantwortet, aber nicht wie ein OpenAI-Dienst.</translation>
    </message>
    <message>
        <source>Check the service address. It usually ends in /v1.</source>
        <translation>Prüfen Sie die Adresse des Dienstes. Sie endet meist auf /v1.</translation>
    </message>
    <message>
        <source>This is not a service address Parley can use.</source>
        <translation>Mit dieser Adresse kann Parley nichts anfangen.</translation>
    </message>
    <message>
        <source>An address looks like https://api.openai.com/v1.</source>
        <translation>Eine Adresse sieht aus wie https://api.openai.com/v1.</translation>
    </message>
    <message>
        <source>Parley does not send a key over an address without https.</source>
        <translation>Parley sendet keinen Schlüssel an eine Adresse ohne https.</translation>
    </message>
    <message>
        <source>{host} tried to send Parley to another address.</source>
        <translation>{host} wollte Parley an eine andere Adresse schicken.</translation>
    </message>
    <message>
        <source>Nothing was sent there. Check the service address.</source>
        <translation>Dorthin wurde nichts gesendet. Prüfen Sie die Adresse des Dienstes.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{service} had a problem of its own.</source>
        <translation>{service} hatte selbst ein Problem.</translation>
    </message>
    <message>
        <source>What arrived is kept. Try again in a moment.</source>
        <translation>Was ankam, bleibt erhalten. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{service} is very busy at the moment.</source>
        <translation>{service} ist gerade stark ausgelastet.</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Die Antwort brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>What arrived is kept. Try again, or go on from here.</source>
        <translation>Was ankam, bleibt erhalten. Versuchen Sie es erneut oder machen Sie hier weiter.</translation>
    </message>
    <message>
        <source>Parley was closed while this answer was being written.</source>
        <translation>Parley wurde geschlossen, während diese Antwort geschrieben wurde.</translation>
    </message>
    <message>
        <source>What had arrived is kept. Try again, or go on from here.</source>
        <translation>Was angekommen war, bleibt erhalten. Versuchen Sie es erneut oder machen Sie hier weiter.</translation>
    </message>
    <message>
        <source>This computer offers no safe place for the key.</source>
        <translation>Dieser Computer bietet keinen sicheren Ort für den Schlüssel.</translation>
    </message>
    <message>
        <source>The key is kept until Parley is closed. Install GNOME Keyring or KWallet to keep it for longer.</source>
        <translation>Der Schlüssel bleibt erhalten, bis Parley geschlossen wird. Installieren Sie GNOME Keyring oder KWallet, um ihn länger zu behalten.</translation>
    </message>
    <message>
        <source>The {keyring} is locked.</source>
        <translation>Gesperrt: {keyring}.</translation>
    </message>
    <message>
        <source>Unlock it and try again. Until then the key is kept only while Parley is open.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es erneut. Bis dahin bleibt der Schlüssel nur erhalten, solange Parley offen ist.</translation>
    </message>
    <message>
        <source>The {keyring} does not answer.</source>
        <translation>Keine Antwort von {keyring}.</translation>
    </message>
    <message>
        <source>The key is kept only while Parley is open. Try again when the computer is less busy.</source>
        <translation>Der Schlüssel bleibt nur erhalten, solange Parley offen ist. Versuchen Sie es erneut, wenn der Computer weniger beschäftigt ist.</translation>
    </message>
    <message>
        <source>The {keyring} did not take the key.</source>
        <translation>{keyring} hat den Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>The key is kept only while Parley is open.</source>
        <translation>Der Schlüssel bleibt nur erhalten, solange Parley offen ist.</translation>
    </message>
    <message>
        <source>The {keyring} has no room for this key.</source>
        <translation>In {keyring} ist kein Platz für diesen Schlüssel.</translation>
    </message>
    <message>
        <source>The key is kept only while Parley is open. If the disk is full, free some space and try again.</source>
        <translation>Der Schlüssel wird nur behalten, solange Parley offen ist. Wenn der Datenträger voll ist, schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The file {path} could not be read.</source>
        <translation>Die Datei {path} ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Choose another file, or paste the key itself.</source>
        <translation>Wählen Sie eine andere Datei oder fügen Sie den Schlüssel selbst ein.</translation>
    </message>
    <message>
        <source>There is no OPENAI_API_KEY in {path}.</source>
        <translation>In {path} steht kein OPENAI_API_KEY.</translation>
    </message>
    <message>
        <source>The practice model is not part of this installation.</source>
        <translation>Das Übungsmodell gehört nicht zu dieser Installation.</translation>
    </message>
    <message>
        <source>Use a key, or choose a .gguf model file of your own in Settings.</source>
        <translation>Nehmen Sie einen Schlüssel oder wählen Sie in den Einstellungen eine eigene .gguf-Datei.</translation>
    </message>
    <message>
        <source>The model on this computer did not start.</source>
        <translation>Das Modell auf diesem Computer ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Try again. If it is a file of your own, choose another one in Settings.</source>
        <translation>Versuchen Sie es erneut. Ist es eine eigene Datei, wählen Sie in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>The disk is full, so the last words could not be saved.</source>
        <translation>Der Speicher ist voll, die letzten Worte ließen sich nicht sichern.</translation>
    </message>
    <message>
        <source>What is on the screen stays and can be copied. Free some space, then try again.</source>
        <translation>Was auf dem Bildschirm steht, bleibt und lässt sich kopieren. Schaffen Sie Platz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Parley may not write to {path}.</source>
        <translation>Parley darf nicht nach {path} schreiben.</translation>
    </message>
    <message>
        <source>What is on the screen stays and can be copied. Check the rights of the folder.</source>
        <translation>Was auf dem Bildschirm steht, bleibt und lässt sich kopieren. Prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>The file with your conversations was damaged.</source>
        <translation>Die Datei mit Ihren Gesprächen war beschädigt.</translation>
    </message>
    <message>
        <source>It was set aside, never deleted, and what could be read is back. The details say what was done.</source>
        <translation>Sie wurde beiseitegelegt und nicht gelöscht, und was lesbar war, ist wieder da. Die Einzelheiten sagen, was getan wurde.</translation>
    </message>
    <message>
        <source>Your conversations were saved by a newer Parley.</source>
        <translation>Ihre Gespräche wurden von einem neueren Parley gespeichert.</translation>
    </message>
    <message>
        <source>Install the newer version. The file was left as it is.</source>
        <translation>Installieren Sie die neuere Fassung. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The saved settings could not be read.</source>
        <translation>Die gespeicherten Einstellungen ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The usual settings are in use. Your conversations are not affected.</source>
        <translation>Es gelten die üblichen Einstellungen. Ihre Gespräche sind nicht betroffen.</translation>
    </message>
    <message>
        <source>A part of Parley is missing: {path}.</source>
        <translation>Ein Teil von Parley fehlt: {path}.</translation>
    </message>
    <message>
        <source>Install Parley again. Your conversations are not affected.</source>
        <translation>Installieren Sie Parley neu. Ihre Gespräche sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may open it.</source>
        <translation>Prüfen Sie, ob es sie noch gibt und ob Sie sie öffnen dürfen.</translation>
    </message>
    <message>
        <source>{path} is too large to attach.</source>
        <translation>{path} ist zu groß zum Anhängen.</translation>
    </message>
    <message>
        <source>Choose a file of at most {limit}.</source>
        <translation>Wählen Sie eine Datei von höchstens {limit}.</translation>
    </message>
    <message>
        <source>{path} is not a starter that Parley can read.</source>
        <translation>{path} ist keine Vorlage, die Parley lesen kann.</translation>
    </message>
    <message>
        <source>Choose a file that Parley has exported. Details say what does not fit.</source>
        <translation>Wählen Sie eine Datei, die Parley exportiert hat. In den Details steht, was nicht passt.</translation>
    </message>
    <message>
        <source>Parley cannot read conversations from {path}.</source>
        <translation>Aus {path} kann Parley keine Gespräche lesen.</translation>
    </message>
    <message>
        <source>Choose a file that Parley has exported, a backup of Parley, or what ChatGPT exported.</source>
        <translation>Wählen Sie eine Datei, die Parley exportiert hat, eine Sicherung von Parley oder den Datenexport von ChatGPT.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Parley.</source>
        <translation>{path} wurde von einem neueren Parley geschrieben.</translation>
    </message>
    <message>
        <source>Install the newer version, then import it. The file was left as it is.</source>
        <translation>Installieren Sie die neuere Version und importieren Sie die Datei dann. Die Datei wurde nicht verändert.</translation>
    </message>
    <message>
        <source>{path} is too large to import.</source>
        <translation>{path} ist zu groß zum Importieren.</translation>
    </message>
    <message>
        <source>Not every conversation in {path} could be read.</source>
        <translation>Nicht jedes Gespräch in {path} konnte gelesen werden.</translation>
    </message>
    <message>
        <source>All others are here now. Details say which are missing, and why.</source>
        <translation>Alle anderen sind jetzt hier. Die Details sagen, welche fehlen und warum.</translation>
    </message>
    <message>
        <source>Parley cannot attach {path}.</source>
        <translation>Parley kann {path} nicht anhängen.</translation>
    </message>
    <message>
        <source>Something unexpected happened while talking to {service}.</source>
        <translation>Beim Austausch mit {service} ist etwas Unerwartetes geschehen.</translation>
    </message>
    <message>
        <source>What arrived is kept. The details can be copied.</source>
        <translation>Was ankam, bleibt erhalten. Die Einzelheiten lassen sich kopieren.</translation>
    </message>
    <message>
        <source>There is no key for this service yet.</source>
        <translation>Für diesen Dienst gibt es noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The service did not accept this key.</source>
        <translation>Der Dienst hat diesen Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>This month&apos;s budget is used up.</source>
        <translation>Das Budget dieses Monats ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Your account cannot use this model yet. For some models OpenAI asks for a first payment.</source>
        <translation>Ihr Konto kann dieses Modell noch nicht nutzen. Für manche Modelle verlangt OpenAI eine erste Zahlung.</translation>
    </message>
    <message>
        <source>The service asks to wait a moment.</source>
        <translation>Der Dienst bittet, einen Moment zu warten.</translation>
    </message>
    <message>
        <source>The service takes no more messages for now.</source>
        <translation>Der Dienst nimmt gerade keine weiteren Nachrichten an.</translation>
    </message>
    <message>
        <source>This conversation is longer than the model can read at once.</source>
        <translation>Dieses Gespräch ist länger, als das Modell auf einmal lesen kann.</translation>
    </message>
    <message>
        <source>The model does not take one of the settings.</source>
        <translation>Das Modell nimmt eine der Einstellungen nicht an.</translation>
    </message>
    <message>
        <source>The service could not work with this request.</source>
        <translation>Der Dienst konnte mit dieser Anfrage nichts anfangen.</translation>
    </message>
    <message>
        <source>The service declined to answer this.</source>
        <translation>Der Dienst hat es abgelehnt, darauf zu antworten.</translation>
    </message>
    <message>
        <source>The address of the service was not found.</source>
        <translation>Die Adresse des Dienstes wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Nothing answers at the address of the service.</source>
        <translation>An der Adresse des Dienstes antwortet niemand.</translation>
    </message>
    <message>
        <source>The proxy did not let Parley through to the service.</source>
        <translation>Der Proxy hat Parley nicht zum Dienst durchgelassen.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and password.</source>
        <translation>Der Proxy verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>The service does not answer over a safe connection (https).</source>
        <translation>Der Dienst antwortet nicht über eine sichere Verbindung (https).</translation>
    </message>
    <message>
        <source>The connection to the service could not be made safely.</source>
        <translation>Die Verbindung zum Dienst ließ sich nicht sicher herstellen.</translation>
    </message>
    <message>
        <source>The network answered with a web page instead of the service.</source>
        <translation>Statt des Dienstes hat das Netz mit einer Webseite geantwortet.</translation>
    </message>
    <message>
        <source>Something answered, but not like an OpenAI service.</source>
        <translation>Es kam eine Antwort, aber nicht wie von einem OpenAI-Dienst.</translation>
    </message>
    <message>
        <source>The service tried to send Parley to another address.</source>
        <translation>Der Dienst wollte Parley an eine andere Adresse schicken.</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Der Dienst hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The service had a problem of its own.</source>
        <translation>Der Dienst hatte selbst ein Problem.</translation>
    </message>
    <message>
        <source>The service is very busy at the moment.</source>
        <translation>Der Dienst ist gerade stark ausgelastet.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer.</source>
        <translation>Der Schlüsselbund dieses Computers antwortet nicht.</translation>
    </message>
    <message>
        <source>The keyring of this computer did not take the key.</source>
        <translation>Der Schlüsselbund dieses Computers hat den Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>The keyring of this computer has no room for this key.</source>
        <translation>Im Schlüsselbund dieses Computers ist kein Platz für diesen Schlüssel.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>There is no OPENAI_API_KEY in this file.</source>
        <translation>In dieser Datei steht kein OPENAI_API_KEY.</translation>
    </message>
    <message>
        <source>Parley may not write to its folder.</source>
        <translation>Parley darf nicht in seinen Ordner schreiben.</translation>
    </message>
    <message>
        <source>A part of Parley is missing.</source>
        <translation>Ein Teil von Parley fehlt.</translation>
    </message>
    <message>
        <source>This file is too large to attach.</source>
        <translation>Diese Datei ist zu groß zum Anhängen.</translation>
    </message>
    <message>
        <source>Parley cannot attach this file.</source>
        <translation>Parley kann diese Datei nicht anhängen.</translation>
    </message>
    <message>
        <source>This is not a starter that Parley can read.</source>
        <translation>Das ist keine Vorlage, die Parley lesen kann.</translation>
    </message>
    <message>
        <source>Parley cannot read conversations from this file.</source>
        <translation>Aus dieser Datei kann Parley keine Gespräche lesen.</translation>
    </message>
    <message>
        <source>This file was written by a newer Parley.</source>
        <translation>Diese Datei wurde von einem neueren Parley geschrieben.</translation>
    </message>
    <message>
        <source>This file is too large to import.</source>
        <translation>Diese Datei ist zu groß zum Importieren.</translation>
    </message>
    <message>
        <source>Not every conversation in the file could be read.</source>
        <translation>Nicht jedes Gespräch in der Datei konnte gelesen werden.</translation>
    </message>
    <message>
        <source>Something unexpected happened while talking to the service.</source>
        <translation>Beim Austausch mit dem Dienst ist etwas Unerwartetes geschehen.</translation>
    </message>
    <message>
        <source>Your message is kept. Try again in a minute.</source>
        <translation>Ihre Nachricht bleibt erhalten. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Choose a smaller file.</source>
        <translation>Wählen Sie eine kleinere Datei.</translation>
    </message>
    <message>
        <source>The answer is as long as the model writes at once, but not at its end.</source>
        <translation>Die Antwort ist so lang, wie das Modell auf einmal schreibt, aber noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>{service} asks to wait one second.</source>
        <translation>{service} bittet, eine Sekunde zu warten.</translation>
    </message>
    <message>
        <source>Creativity (temperature)</source>
        <translation>Kreativität (temperature)</translation>
    </message>
    <message>
        <source>Longest answer (max tokens)</source>
        <translation>Längste Antwort (max tokens)</translation>
    </message>
    <message>
        <source>Answer as JSON</source>
        <translation>Als JSON antworten</translation>
    </message>
    <message>
        <source>schema of the JSON</source>
        <translation>Schema des JSON</translation>
    </message>
    <message>
        <source>Choice of words (top p)</source>
        <translation>Wortwahl (top p)</translation>
    </message>
    <message>
        <source>New subjects (presence penalty)</source>
        <translation>Neue Themen (presence penalty)</translation>
    </message>
    <message>
        <source>Less repetition (frequency penalty)</source>
        <translation>Weniger Wiederholung (frequency penalty)</translation>
    </message>
    <message>
        <source>Stop at (stop sequences)</source>
        <translation>Anhalten bei (stop sequences)</translation>
    </message>
    <message>
        <source>Same answer again (seed)</source>
        <translation>Wieder dieselbe Antwort (seed)</translation>
    </message>
    <message>
        <source>Thinking (reasoning effort)</source>
        <translation>Nachdenken (reasoning effort)</translation>
    </message>
    <message>
        <source>Wordiness (verbosity)</source>
        <translation>Ausführlichkeit (verbosity)</translation>
    </message>
    <message>
        <source>Number of answers (n)</source>
        <translation>Zahl der Antworten (n)</translation>
    </message>
    <message>
        <source>Parley cannot start, because it may not write to {path}.</source>
        <translation>Parley kann nicht starten, weil es nicht nach {path} schreiben darf.</translation>
    </message>
    <message>
        <source>Allow writing there, or end the program that holds it, then open Parley again.</source>
        <translation>Erlauben Sie dort das Schreiben oder beenden Sie das Programm, das es sperrt, und öffnen Sie Parley dann noch einmal.</translation>
    </message>
    <message>
        <source>Parley cannot start, because the disk is full.</source>
        <translation>Parley kann nicht starten, weil der Speicher voll ist.</translation>
    </message>
    <message>
        <source>Free some space, then open Parley again. What was saved is still there.</source>
        <translation>Schaffen Sie Platz und öffnen Sie Parley dann noch einmal. Was gespeichert war, ist noch da.</translation>
    </message>
    <message>
        <source>Parley cannot start: {path}, which holds your conversations, is damaged and could not be mended.</source>
        <translation>Parley kann nicht starten: {path} mit Ihren Gesprächen ist beschädigt und ließ sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Open Parley again. If that does not help, move this file to another folder: Parley then begins with its newest backup.</source>
        <translation>Öffnen Sie Parley noch einmal. Hilft das nicht, verschieben Sie diese Datei in einen anderen Ordner: Parley beginnt dann mit seiner neuesten Sicherung.</translation>
    </message>
    <message>
        <source>Parley cannot start.</source>
        <translation>Parley kann nicht starten.</translation>
    </message>
    <message>
        <source>Open it again. The details say what stood in the way.</source>
        <translation>Öffnen Sie es noch einmal. Die Details sagen, was im Weg stand.</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>{tokens} tokens</source>
        <translation>{tokens} Tokens</translation>
    </message>
    <message>
        <source>{tokens} tokens, about {words} words</source>
        <translation>{tokens} Tokens, etwa {words} Wörter</translation>
    </message>
    <message>
        <source> · {price} to send, plus the answer</source>
        <translation> · {price} fürs Senden, dazu die Antwort</translation>
    </message>
    <message>
        <source> · {price} to send to {number} models, plus the answers</source>
        <translation> · {price} zum Senden an {number} Modelle, dazu die Antworten</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>Tell me about rain</source>
        <translation>Erzähl mir vom Regen</translation>
    </message>
    <message>
        <source>Rain falls. The garden drinks.</source>
        <translation>Regen fällt. Der Garten trinkt.</translation>
    </message>
    <message>
        <source>When I say</source>
        <translation>Wenn ich sage</translation>
    </message>
    <message>
        <source>Answer like this</source>
        <translation>Antworte so</translation>
    </message>
    <message>
        <source>Example {number}</source>
        <translation>Beispiel {number}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Drag to another place, or press Alt and an arrow key</source>
        <translation>An eine andere Stelle ziehen, oder Alt und eine Pfeiltaste drücken</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Add an example</source>
        <translation>Beispiel hinzufügen</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Formatted text (Markdown)</source>
        <translation>Formatierter Text (Markdown)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>Pages to print (PDF)</source>
        <translation>Seiten zum Drucken (PDF)</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Everything, for programs (JSON)</source>
        <translation>Alles, für Programme (JSON)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Instructions (system message)</source>
        <translation>Anweisungen (system message)</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>{amount} in total</source>
        <translation>{amount} insgesamt</translation>
    </message>
    <message>
        <source>{sent} tokens sent, {received} received</source>
        <translation>{sent} Tokens gesendet, {received} empfangen</translation>
    </message>
    <message>
        <source>This answer stopped at the length limit.</source>
        <translation>Diese Antwort endete an der Längengrenze.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>This answer was still being written.</source>
        <translation>Diese Antwort wurde noch geschrieben.</translation>
    </message>
    <message>
        <source>This answer was stopped.</source>
        <translation>Diese Antwort wurde angehalten.</translation>
    </message>
    <message>
        <source>This answer broke off before its end.</source>
        <translation>Diese Antwort brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>No answer arrived.</source>
        <translation>Es kam keine Antwort an.</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} von {pages}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>FailureNotice</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Choose your .env file</source>
        <translation>Wählen Sie Ihre .env-Datei</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <translation>Modelldatei wählen</translation>
    </message>
    <message>
        <source>Model files (*.gguf)</source>
        <translation>Modelldateien (*.gguf)</translation>
    </message>
    <message>
        <source>Export to this folder</source>
        <translation>In diesen Ordner exportieren</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>Code speichern</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif)</translation>
    </message>
    <message>
        <source>Import starters</source>
        <translation>Vorlagen importieren</translation>
    </message>
    <message>
        <source>Export the starter</source>
        <translation>Vorlage exportieren</translation>
    </message>
    <message>
        <source>Starters (*.parley-starter.json *.json)</source>
        <translation>Vorlagen (*.parley-starter.json *.json)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF, 1 page</source>
        <translation>PDF, 1 Seite</translation>
    </message>
    <message>
        <source>PDF, {pages} pages</source>
        <translation>PDF, {pages} Seiten</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>From me</source>
        <translation>Von mir</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>From the model</source>
        <translation>Vom Modell</translation>
    </message>
    <message>
        <source>Over {sum}</source>
        <translation>Über {sum}</translation>
    </message>
    <message>
        <source>Any cost</source>
        <translation>Beliebige Kosten</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Beliebiges Modell</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} von {all}</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Delete this conversation forever? It cannot be brought back.</source>
        <translation>Dieses Gespräch endgültig löschen? Es lässt sich nicht zurückholen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversations forever? They cannot be brought back.</source>
        <translation>
            <numerusform>%n Gespräch endgültig löschen? Es lässt sich nicht zurückholen.</numerusform>
            <numerusform>%n Gespräche endgültig löschen? Sie lassen sich nicht zurückholen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete forever</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete everything in the trash forever? It cannot be brought back.</source>
        <translation>Alles im Papierkorb endgültig löschen? Es lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Chat settings</source>
        <translation>Gesprächseinstellungen</translation>
    </message>
    <message>
        <source>Pricing</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Compare with other models…</source>
        <translation>Mit anderen Modellen vergleichen…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>All answers, hidden ones included, by the published prices.</source>
        <translation>Alle Antworten, auch verborgene, nach den veröffentlichten Preisen.</translation>
    </message>
    <message>
        <source>Cost of this conversation: {sum}</source>
        <translation>Kosten dieses Gesprächs: {sum}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Show as Python…</source>
        <translation>Als Python zeigen …</translation>
    </message>
    <message>
        <source>Starters…</source>
        <translation>Vorlagen …</translation>
    </message>
    <message>
        <source>Save as starter…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ImageDetail</name>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Auto: the model decides</source>
        <translation>Automatisch: Das Modell entscheidet</translation>
    </message>
    <message>
        <source>Low: a glance, for what is to be seen at all</source>
        <translation>Niedrig: ein flüchtiger Blick, wenn es nur ums Ganze geht</translation>
    </message>
    <message>
        <source>High: a close look, for small print and details</source>
        <translation>Hoch: ein genauer Blick, für Kleingedrucktes und Einzelheiten</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Genauigkeit</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Conversations exported by Parley (JSON)</source>
        <translation>Von Parley exportierte Gespräche (JSON)</translation>
    </message>
    <message>
        <source>Parley&apos;s own file or a backup of it</source>
        <translation>Parleys eigene Datei oder eine Sicherung davon</translation>
    </message>
    <message>
        <source>ChatGPT&apos;s data export (conversations.json)</source>
        <translation>Datenexport von ChatGPT (conversations.json)</translation>
    </message>
    <message>
        <source>ChatGPT&apos;s data export (ZIP file)</source>
        <translation>Datenexport von ChatGPT (ZIP-Datei)</translation>
    </message>
    <message>
        <source>Everything with conversations</source>
        <translation>Alles, was Gespräche enthält</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>Importing {file}: {percent} %, {count} conversations so far</source>
        <translation>{file} wird importiert: {percent} %, bisher {count} Gespräche</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>1 conversation imported.</source>
        <translation>1 Gespräch importiert.</translation>
    </message>
    <message>
        <source>No conversation was imported.</source>
        <translation>Es wurde kein Gespräch importiert.</translation>
    </message>
    <message>
        <source>1 was already here.</source>
        <translation>1 war schon hier.</translation>
    </message>
    <message>
        <source>1 could not be read.</source>
        <translation>1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This conversation is already here.</source>
        <translation>Dieses Gespräch ist schon hier.</translation>
    </message>
    <message>
        <source>All %n conversations are already here.</source>
        <translation>Alle %n Gespräche sind schon hier.</translation>
    </message>
</context>
<context>
    <name>ImportWiring</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>JsonAnswerControl</name>
    <message>
        <source>Answer as JSON</source>
        <translation>Antwort als JSON</translation>
    </message>
    <message>
        <source>Add a sentence</source>
        <translation>Satz hinzufügen</translation>
    </message>
    <message>
        <source>Any JSON (json_object)</source>
        <translation>Beliebiges JSON (json_object)</translation>
    </message>
    <message>
        <source>As a schema describes (json_schema)</source>
        <translation>Wie ein Schema es beschreibt (json_schema)</translation>
    </message>
    <message>
        <source>What the JSON looks like</source>
        <translation>Wie das JSON aussieht</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>A JSON schema, such as the example.</source>
        <translation>Ein JSON-Schema, wie das Beispiel.</translation>
    </message>
    <message>
        <source>Insert an example</source>
        <translation>Beispiel einfügen</translation>
    </message>
    <message>
        <source>Guarantee it (strict)</source>
        <translation>Garantieren (strict)</translation>
    </message>
    <message>
        <source>Name of the schema</source>
        <translation>Name des Schemas</translation>
    </message>
    <message>
        <source>The model reads it too.</source>
        <translation>Auch ihn liest das Modell.</translation>
    </message>
    <message>
        <source>The service then lets the model write nothing else. Not every schema can be had so.</source>
        <translation>Der Dienst lässt das Modell dann nichts anderes schreiben. Nicht jedes Schema geht so.</translation>
    </message>
    <message>
        <source>The answer is data that a program can read. Say in your message which fields you want.</source>
        <translation>Die Antwort sind Daten, die ein Programm lesen kann. Sagen Sie in Ihrer Nachricht, welche Felder Sie möchten.</translation>
    </message>
    <message>
        <source>No message mentions JSON yet. The model needs to read the word once.</source>
        <translation>Noch erwähnt keine Nachricht JSON. Das Modell muss das Wort einmal lesen.</translation>
    </message>
    <message>
        <source>Until then the answer is any JSON.</source>
        <translation>Bis dahin ist die Antwort beliebiges JSON.</translation>
    </message>
</context>
<context>
    <name>KeptAnswers</name>
    <message numerus="yes">
        <source>%n other answers deleted</source>
        <translation>
            <numerusform>%n andere Antwort gelöscht</numerusform>
            <numerusform>%n andere Antworten gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>KeyEntry</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Paste your key here</source>
        <translation>Schlüssel hier einfügen</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Paste your key first.</source>
        <translation>Fügen Sie zuerst Ihren Schlüssel ein.</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
</context>
<context>
    <name>KeyWay</name>
    <message>
        <source>I have a key</source>
        <translation>Ich habe einen Schlüssel</translation>
    </message>
    <message>
        <source>Your own OpenAI account. You pay OpenAI for what you use.</source>
        <translation>Ihr eigenes OpenAI-Konto. Sie zahlen OpenAI, was Sie verbrauchen.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Paste your key here</source>
        <translation>Schlüssel hier einfügen</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Open the page with your keys</source>
        <translation>Seite mit Ihren Schlüsseln öffnen</translation>
    </message>
    <message>
        <source>Where do keys come from?</source>
        <translation>Woher kommen Schlüssel?</translation>
    </message>
    <message>
        <source>Sign in at platform.openai.com. An account for ChatGPT works there too.</source>
        <translation>Melden Sie sich bei platform.openai.com an. Ein Konto für ChatGPT gilt auch dort.</translation>
    </message>
    <message>
        <source>Add a payment method or credit. ChatGPT Plus does not include it.</source>
        <translation>Hinterlegen Sie eine Zahlungsart oder Guthaben. ChatGPT Plus enthält keines.</translation>
    </message>
    <message>
        <source>Press “Create new secret key”, copy the key, and paste it above.</source>
        <translation>Drücken Sie „Create new secret key“, kopieren Sie den Schlüssel und fügen Sie ihn oben ein.</translation>
    </message>
    <message>
        <source>Paste your key first.</source>
        <translation>Fügen Sie zuerst Ihren Schlüssel ein.</translation>
    </message>
    <message>
        <source>Asking OpenAI whether it knows this key…</source>
        <translation>OpenAI wird gefragt, ob es diesen Schlüssel kennt …</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Undo rename</source>
        <translation>Umbenennen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo pin</source>
        <translation>Anheften rückgängig machen</translation>
    </message>
    <message>
        <source>Undo unpin</source>
        <translation>Lösen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo archive</source>
        <translation>Archivieren rückgängig machen</translation>
    </message>
    <message>
        <source>Undo unarchive</source>
        <translation>Herausholen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo restore</source>
        <translation>Wiederherstellen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>Undo new folder</source>
        <translation>Neuen Ordner rückgängig machen</translation>
    </message>
    <message>
        <source>Undo move</source>
        <translation>Verschieben rückgängig machen</translation>
    </message>
    <message>
        <source>Undo delete folder</source>
        <translation>Löschen des Ordners rückgängig machen</translation>
    </message>
    <message>
        <source>Renamed to “{title}”</source>
        <translation>In „{title}“ umbenannt</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Nachricht gelöscht</translation>
    </message>
    <message>
        <source>%n messages deleted</source>
        <translation>%n Nachrichten gelöscht</translation>
    </message>
    <message>
        <source>Folder “{name}” created</source>
        <translation>Ordner „{name}“ angelegt</translation>
    </message>
    <message>
        <source>Folder renamed to “{name}”</source>
        <translation>Ordner in „{name}“ umbenannt</translation>
    </message>
    <message>
        <source>Folder deleted. Its conversations are in the list.</source>
        <translation>Ordner gelöscht. Seine Gespräche stehen in der Liste.</translation>
    </message>
    <message>
        <source>Conversation pinned</source>
        <translation>Gespräch angeheftet</translation>
    </message>
    <message>
        <source>Conversation unpinned</source>
        <translation>Gespräch gelöst</translation>
    </message>
    <message>
        <source>%n conversations pinned</source>
        <translation>%n Gespräche angeheftet</translation>
    </message>
    <message>
        <source>%n conversations unpinned</source>
        <translation>%n Gespräche gelöst</translation>
    </message>
    <message>
        <source>Conversation archived</source>
        <translation>Gespräch archiviert</translation>
    </message>
    <message>
        <source>Conversation taken out of the archive</source>
        <translation>Gespräch aus dem Archiv geholt</translation>
    </message>
    <message>
        <source>%n conversations archived</source>
        <translation>%n Gespräche archiviert</translation>
    </message>
    <message>
        <source>%n conversations taken out of the archive</source>
        <translation>%n Gespräche aus dem Archiv geholt</translation>
    </message>
    <message>
        <source>Conversation moved to the trash</source>
        <translation>Gespräch in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>Conversation restored</source>
        <translation>Gespräch wiederhergestellt</translation>
    </message>
    <message>
        <source>%n conversations moved to the trash</source>
        <translation>%n Gespräche in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>%n conversations restored</source>
        <translation>%n Gespräche wiederhergestellt</translation>
    </message>
    <message>
        <source>Conversation imported</source>
        <translation>Gespräch importiert</translation>
    </message>
    <message>
        <source>%n conversations imported</source>
        <translation>%n Gespräche importiert</translation>
    </message>
    <message>
        <source>Taken out of the folder</source>
        <translation>Aus dem Ordner genommen</translation>
    </message>
    <message>
        <source>%n taken out of the folder</source>
        <translation>%n aus dem Ordner genommen</translation>
    </message>
    <message>
        <source>Moved to “{name}”</source>
        <translation>Nach „{name}“ verschoben</translation>
    </message>
    <message>
        <source>%n moved to “{name}”</source>
        <translation>%n nach „{name}“ verschoben</translation>
    </message>
</context>
<context>
    <name>MessageEdit</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Models that read more than {tokens} tokens at once</source>
        <translation>Modelle, die mehr als {tokens} Tokens auf einmal lesen</translation>
    </message>
    <message>
        <source>Models that see pictures</source>
        <translation>Modelle, die Bilder sehen</translation>
    </message>
    <message>
        <source>GPT-5.4 and later</source>
        <translation>GPT-5.4 und neuer</translation>
    </message>
    <message>
        <source>Text completion</source>
        <translation>Textvervollständigung</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>Andere Modelle</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Used of late</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>reads {tokens} tokens</source>
        <translation>liest {tokens} Tokens</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>sieht Bilder</translation>
    </message>
    <message>
        <source>{question} in, {answer} out per 1M tokens</source>
        <translation>{question} Eingabe, {answer} Ausgabe je 1 Mio. Tokens</translation>
    </message>
</context>
<context>
    <name>ModelPopup</name>
    <message>
        <source>Search, or type the name of a model</source>
        <translation>Suchen oder Modellnamen eingeben</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The star keeps a model at the top</source>
        <translation>Der Stern hält ein Modell oben</translation>
    </message>
    <message>
        <source>The list of models has not arrived. You can type the name of a model.</source>
        <translation>Die Liste der Modelle ist nicht angekommen. Sie können einen Modellnamen eingeben.</translation>
    </message>
    <message>
        <source>None of the models on offer is known to. You can type the name of a model.</source>
        <translation>Von keinem der angebotenen Modelle ist das bekannt. Sie können den Namen eines Modells eintippen.</translation>
    </message>
</context>
<context>
    <name>ModelRows</name>
    <message>
        <source>Use “{name}”</source>
        <translation>„{name}“ verwenden</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
</context>
<context>
    <name>MoreSettingsControl</name>
    <message>
        <source>Stop at</source>
        <translation>Anhalten bei</translation>
    </message>
    <message>
        <source>Thinking (reasoning effort)</source>
        <translation>Nachdenken (reasoning effort)</translation>
    </message>
    <message>
        <source>How long a model that can think does so before it answers. Longer costs more.</source>
        <translation>Wie lange ein Modell, das denken kann, vor der Antwort denkt. Länger kostet mehr.</translation>
    </message>
    <message>
        <source>Wordiness (verbosity)</source>
        <translation>Ausführlichkeit (verbosity)</translation>
    </message>
    <message>
        <source>How much the model says.</source>
        <translation>Wie viel das Modell sagt.</translation>
    </message>
    <message>
        <source>Number of answers (n)</source>
        <translation>Zahl der Antworten (n)</translation>
    </message>
    <message>
        <source>Several at once; the arrows under the answer lead from one to the next. Each one costs.</source>
        <translation>Mehrere auf einmal; die Pfeile unter der Antwort führen von einer zur nächsten. Jede kostet.</translation>
    </message>
    <message>
        <source>Stop at (stop sequences)</source>
        <translation>Anhalten bei (stop sequences)</translation>
    </message>
    <message>
        <source>The model stops before it writes one of these: one in each line, at most four. \n is a line end.</source>
        <translation>Das Modell hält an, bevor es einen dieser Texte schreibt: einer je Zeile, höchstens vier. \n ist ein Zeilenende.</translation>
    </message>
    <message>
        <source>Same answer again (seed)</source>
        <translation>Wieder dieselbe Antwort (seed)</translation>
    </message>
    <message>
        <source>With the same number and the same words most models answer the same.</source>
        <translation>Mit derselben Zahl und denselben Worten antworten die meisten Modelle gleich.</translation>
    </message>
    <message>
        <source>Choice of words (top p)</source>
        <translation>Wortwahl (top p)</translation>
    </message>
    <message>
        <source>Below 1 only the likelier words are used. Change this or the creativity, not both.</source>
        <translation>Unter 1 werden nur die wahrscheinlicheren Wörter verwendet. Ändern Sie dies oder die Kreativität, nicht beides.</translation>
    </message>
    <message>
        <source>New subjects (presence penalty)</source>
        <translation>Neue Themen (presence penalty)</translation>
    </message>
    <message>
        <source>Above 0 the model rather turns to what was not said yet.</source>
        <translation>Über 0 wendet sich das Modell eher dem zu, was noch nicht gesagt wurde.</translation>
    </message>
    <message>
        <source>Less repetition (frequency penalty)</source>
        <translation>Weniger Wiederholung (frequency penalty)</translation>
    </message>
    <message>
        <source>Above 0 the model repeats the same words less.</source>
        <translation>Über 0 wiederholt das Modell dieselben Wörter seltener.</translation>
    </message>
    <message>
        <source>Not at all (none)</source>
        <translation>Gar nicht (none)</translation>
    </message>
    <message>
        <source>Hardly (minimal)</source>
        <translation>Kaum (minimal)</translation>
    </message>
    <message>
        <source>A little (low)</source>
        <translation>Ein wenig (low)</translation>
    </message>
    <message>
        <source>Some (medium)</source>
        <translation>Einige Zeit (medium)</translation>
    </message>
    <message>
        <source>Long (high)</source>
        <translation>Lange (high)</translation>
    </message>
    <message>
        <source>Very long (xhigh)</source>
        <translation>Sehr lange (xhigh)</translation>
    </message>
    <message>
        <source>As long as it takes (max)</source>
        <translation>So lange wie nötig (max)</translation>
    </message>
    <message>
        <source>Short (low)</source>
        <translation>Knapp (low)</translation>
    </message>
    <message>
        <source>Usual (medium)</source>
        <translation>Wie üblich (medium)</translation>
    </message>
    <message>
        <source>Detailed (high)</source>
        <translation>Ausführlich (high)</translation>
    </message>
</context>
<context>
    <name>NameBar</name>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>With its port, as in proxy.example.com:8080 or socks5://127.0.0.1:1080.</source>
        <translation>Mit Port, wie in proxy.example.com:8080 oder socks5://127.0.0.1:1080.</translation>
    </message>
    <message>
        <source>Safe connections</source>
        <translation>Sichere Verbindungen</translation>
    </message>
    <message>
        <source>Parley trusts the certificates this computer trusts, so a company&apos;s own authority works once it is installed in the system. A connection that is not safe is never made, and there is no way round that.</source>
        <translation>Parley vertraut den Zertifikaten, denen dieser Computer vertraut. Eine eigene Zertifizierungsstelle Ihrer Firma gilt also, sobald sie im System eingerichtet ist. Eine unsichere Verbindung wird nie aufgebaut, und das lässt sich nicht umgehen.</translation>
    </message>
    <message>
        <source>These variables of the environment are ignored: {names}.</source>
        <translation>Diese Variablen der Umgebung werden nicht beachtet: {names}.</translation>
    </message>
    <message>
        <source>Requests go through the proxy {proxy}.</source>
        <translation>Anfragen gehen über den Proxy {proxy}.</translation>
    </message>
    <message>
        <source>If it asks for a user name and password, choose “This one:” above to enter them.</source>
        <translation>Verlangt er einen Benutzernamen und ein Passwort, wählen Sie oben „Dieser:“, um beides einzugeben.</translation>
    </message>
    <message>
        <source>The environment names it: {names}.</source>
        <translation>Die Umgebung nennt ihn: {names}.</translation>
    </message>
    <message>
        <source>This is not the address of a proxy. It needs a port, and no name or password in it.</source>
        <translation>Das ist keine Proxy-Adresse. Sie braucht einen Port und enthält weder Namen noch Passwort.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Offline</name>
    <message>
        <source>No internet connection. You can go on writing.</source>
        <translation>Keine Internetverbindung. Sie können weiterschreiben.</translation>
    </message>
    <message>
        <source>This network asks you to sign in first. Open a browser to do so.</source>
        <translation>Dieses Netzwerk verlangt erst eine Anmeldung. Öffnen Sie dafür einen Browser.</translation>
    </message>
</context>
<context>
    <name>OfflineBar</name>
    <message>
        <source>Send when back online</source>
        <translation>Senden, sobald verbunden</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>There is no internet connection. Your message can wait here and go out by itself.</source>
        <translation>Es gibt keine Internetverbindung. Ihre Nachricht kann hier warten und geht dann von selbst hinaus.</translation>
    </message>
    <message>
        <source>This message goes out when the connection is back.</source>
        <translation>Diese Nachricht geht hinaus, sobald die Verbindung wieder da ist.</translation>
    </message>
</context>
<context>
    <name>OpeningButton</name>
    <message>
        <source>Is open</source>
        <translation>Ist offen</translation>
    </message>
</context>
<context>
    <name>OptionalNumber</name>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Name of the new folder</source>
        <translation>Name des neuen Ordners</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New name of the folder</source>
        <translation>Neuer Name des Ordners</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>PracticeWay</name>
    <message>
        <source>I don&apos;t have a key yet</source>
        <translation>Ich habe noch keinen Schlüssel</translation>
    </message>
    <message>
        <source>A small model that runs on this computer. Private and free, and it makes mistakes.</source>
        <translation>Ein kleines Modell, das auf diesem Computer läuft. Privat und kostenlos, und es macht Fehler.</translation>
    </message>
    <message>
        <source>Try without a key</source>
        <translation>Ohne Schlüssel ausprobieren</translation>
    </message>
    <message>
        <source>Starting the model on this computer…</source>
        <translation>Das Modell auf diesem Computer startet …</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>Pricing</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Prices of the models</source>
        <translation>Preise der Modelle</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>Input</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Reads {amount}</source>
        <translation>Liest {amount}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Prices of the models</source>
        <translation>Preise der Modelle</translation>
    </message>
    <message>
        <source>{price} / 1M</source>
        <translation>{price} / 1 Mio.</translation>
    </message>
    <message>
        <source>{price} / 1K</source>
        <translation>{price} / 1 Tsd.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input per 1K</source>
        <translation>Eingabe je 1 Tsd.</translation>
    </message>
    <message>
        <source>Output per 1K</source>
        <translation>Ausgabe je 1 Tsd.</translation>
    </message>
    <message>
        <source>Input per 1M</source>
        <translation>Eingabe je 1 Mio.</translation>
    </message>
    <message>
        <source>Output per 1M</source>
        <translation>Ausgabe je 1 Mio.</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>Liest auf einmal</translation>
    </message>
    <message>
        <source>{tokens} tokens ({words} words)</source>
        <translation>{tokens} Tokens ({words} Wörter)</translation>
    </message>
    <message>
        <source>{model}: input {input}, output {output} for a million tokens</source>
        <translation>{model}: Eingabe {input}, Ausgabe {output} für eine Million Tokens</translation>
    </message>
</context>
<context>
    <name>PricingPanel</name>
    <message>
        <source>Show as a table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>The prices are being read…</source>
        <translation>Die Preise werden gelesen …</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By input price</source>
        <translation>Nach Eingabepreis</translation>
    </message>
    <message>
        <source>By output price</source>
        <translation>Nach Ausgabepreis</translation>
    </message>
    <message>
        <source>By how much it reads</source>
        <translation>Nach Lesemenge</translation>
    </message>
    <message>
        <source>No model is called “{text}”.</source>
        <translation>Kein Modell heißt „{text}“.</translation>
    </message>
    <message>
        <source>In US dollars. Your provider&apos;s own list counts.</source>
        <translation>In US-Dollar. Es gilt die Liste Ihres Anbieters.</translation>
    </message>
    <message>
        <source>In US dollars, as of {day}. Your provider&apos;s own list counts.</source>
        <translation>In US-Dollar, Stand {day}. Es gilt die Liste Ihres Anbieters.</translation>
    </message>
</context>
<context>
    <name>ProxyLogin</name>
    <message>
        <source>Remove password</source>
        <translation>Passwort entfernen</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>Only if the proxy asks for one. Many do not.</source>
        <translation>Nur wenn der Proxy einen verlangt. Viele tun das nicht.</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <translation>Benutzername für den Proxy</translation>
    </message>
    <message>
        <source>The password is kept in {place}.</source>
        <translation>Das Passwort wird in {place} aufbewahrt.</translation>
    </message>
    <message>
        <source>The password is kept until Parley is closed, because the keyring did not take it.</source>
        <translation>Das Passwort wird nur aufbewahrt, bis Parley geschlossen wird, weil der Schlüsselbund es nicht angenommen hat.</translation>
    </message>
    <message>
        <source>The keyring does not give the saved password at the moment.</source>
        <translation>Der Schlüsselbund gibt das gespeicherte Passwort zurzeit nicht heraus.</translation>
    </message>
</context>
<context>
    <name>ReadyCard</name>
    <message>
        <source>Start talking</source>
        <translation>Gespräch beginnen</translation>
    </message>
    <message>
        <source>It ends in {last4}.</source>
        <translation>Er endet auf {last4}.</translation>
    </message>
    <message>
        <source>The key is kept until Parley is closed.</source>
        <translation>Der Schlüssel bleibt erhalten, bis Parley geschlossen wird.</translation>
    </message>
    <message>
        <source>Your key is kept in {place}.</source>
        <translation>Ihr Schlüssel liegt hier: {place}.</translation>
    </message>
    <message>
        <source>The file {path} still holds the key. Remove it there if nothing else needs it.</source>
        <translation>Die Datei {path} enthält den Schlüssel noch. Löschen Sie ihn dort, wenn sonst nichts ihn braucht.</translation>
    </message>
</context>
<context>
    <name>RefusedSettings</name>
    <message>
        <source>{model} does not take these settings: {parameters}. They were left out.</source>
        <translation>{model} nimmt diese Einstellungen nicht an: {parameters}. Sie wurden weggelassen.</translation>
    </message>
    <message>
        <source>{model} does not take the setting {parameter}. It was left out.</source>
        <translation>{model} nimmt die Einstellung {parameter} nicht an. Sie wurde weggelassen.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>{service} accepted the key.</source>
        <translation>{service} hat den Schlüssel angenommen.</translation>
    </message>
    <message>
        <source>{service} answered.</source>
        <translation>{service} hat geantwortet.</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>{name}, folder</source>
        <translation>{name}, Ordner</translation>
    </message>
    <message>
        <source>Folders, closed</source>
        <translation>Ordner, zugeklappt</translation>
    </message>
    <message>
        <source>Folders, open</source>
        <translation>Ordner, aufgeklappt</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>This model thinks before it answers and sets its own creativity.</source>
        <translation>Dieses Modell denkt nach, bevor es antwortet, und bestimmt seine Kreativität selbst.</translation>
    </message>
    <message>
        <source>This model is older than the JSON setting. Ask for JSON in your message instead.</source>
        <translation>Dieses Modell ist älter als die JSON-Einstellung. Bitten Sie stattdessen in Ihrer Nachricht um JSON.</translation>
    </message>
    <message>
        <source>This model only continues a text and has no JSON setting.</source>
        <translation>Dieses Modell setzt nur einen Text fort und hat keine JSON-Einstellung.</translation>
    </message>
    <message>
        <source>This model reads text only.</source>
        <translation>Dieses Modell liest nur Text.</translation>
    </message>
    <message>
        <source>This model only continues a text. Put instructions into the text itself.</source>
        <translation>Dieses Modell setzt nur einen Text fort. Schreiben Sie Anweisungen in den Text selbst.</translation>
    </message>
    <message>
        <source>This model is older than schemas. Its answer is JSON, but of its own making.</source>
        <translation>Dieses Modell ist älter als Schemas. Seine Antwort ist JSON, aber nach eigener Art.</translation>
    </message>
    <message>
        <source>This model does not think before it answers.</source>
        <translation>Dieses Modell denkt nicht nach, bevor es antwortet.</translation>
    </message>
    <message>
        <source>This model decides by itself how long it thinks.</source>
        <translation>Dieses Modell entscheidet selbst, wie lange es nachdenkt.</translation>
    </message>
    <message>
        <source>This model does not know this setting. Ask in your instructions instead.</source>
        <translation>Dieses Modell kennt diese Einstellung nicht. Bitten Sie stattdessen in Ihren Anweisungen darum.</translation>
    </message>
    <message>
        <source>This model thinks before it answers and chooses its words by itself.</source>
        <translation>Dieses Modell denkt nach, bevor es antwortet, und wählt seine Worte selbst.</translation>
    </message>
    <message>
        <source>This model thinks before it answers and cannot be stopped at a text.</source>
        <translation>Dieses Modell denkt nach, bevor es antwortet, und kann nicht bei einem Text angehalten werden.</translation>
    </message>
    <message>
        <source>This model gives one answer at a time.</source>
        <translation>Dieses Modell gibt eine Antwort auf einmal.</translation>
    </message>
    <message>
        <source>The service did not take this setting for this model, so it is left out.</source>
        <translation>Der Dienst hat diese Einstellung für dieses Modell nicht angenommen, sie bleibt deshalb weg.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Wieder mitsenden</translation>
    </message>
    <message>
        <source>The service did not take this choice for this model, so it is left out. Another one may do.</source>
        <translation>Der Dienst hat diese Wahl für dieses Modell nicht angenommen, deshalb wird sie weggelassen. Eine andere geht vielleicht.</translation>
    </message>
</context>
<context>
    <name>SafeStartDialog</name>
    <message>
        <source>Safe start</source>
        <translation>Sicherer Start</translation>
    </message>
    <message>
        <source>Open as usual</source>
        <translation>Wie gewohnt öffnen</translation>
    </message>
    <message>
        <source>Parley had trouble starting</source>
        <translation>Parley hatte Schwierigkeiten beim Start</translation>
    </message>
    <message>
        <source>It ended early several times. It can start without the last conversation.</source>
        <translation>Es wurde mehrmals vorzeitig beendet. Es kann ohne die letzte Unterhaltung starten.</translation>
    </message>
    <message>
        <source>Nothing is lost: the conversation stays in the list on the left.</source>
        <translation>Nichts ist verloren: Die Unterhaltung bleibt in der Liste links.</translation>
    </message>
</context>
<context>
    <name>SchemaCheck</name>
    <message>
        <source>This is JSON, but not a schema: {problem}</source>
        <translation>Das ist JSON, aber kein Schema: {problem}</translation>
    </message>
    <message>
        <source>For the guarantee “{place}” must require all of its properties and allow no others.</source>
        <translation>Für die Garantie muss „{place}“ alle seine Eigenschaften verlangen und keine weiteren zulassen.</translation>
    </message>
    <message>
        <source>This is a schema.</source>
        <translation>Das ist ein Schema.</translation>
    </message>
    <message>
        <source>A schema begins with { and ends with }.</source>
        <translation>Ein Schema beginnt mit { und endet mit }.</translation>
    </message>
    <message>
        <source>This is not JSON: look at line {line}, character {column}.</source>
        <translation>Das ist kein JSON: Sehen Sie in Zeile {line} das Zeichen {column} an.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Delete forever</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>ServiceInUse</name>
    <message>
        <source>In use now</source>
        <translation>Jetzt in Gebrauch</translation>
    </message>
    <message>
        <source>No service is chosen yet.</source>
        <translation>Noch ist kein Dienst gewählt.</translation>
    </message>
    <message>
        <source>Choose one here, or enter your key under Account and key.</source>
        <translation>Wählen Sie hier einen oder geben Sie unter „Konto und Schlüssel“ Ihren Schlüssel ein.</translation>
    </message>
    <message>
        <source>Practice model</source>
        <translation>Übungsmodell</translation>
    </message>
    <message>
        <source>A model on this computer. Nothing leaves it.</source>
        <translation>Ein Modell auf diesem Computer. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Anderer Dienst</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Service address</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Any server that speaks the OpenAI API. Its address usually ends in /v1.</source>
        <translation>Jeder Server, der die OpenAI-API spricht. Seine Adresse endet meist auf /v1.</translation>
    </message>
    <message>
        <source>API key for this service</source>
        <translation>API-Schlüssel für diesen Dienst</translation>
    </message>
    <message>
        <source>Leave this empty to use the saved key, or if the service asks for none.</source>
        <translation>Leer lassen, um den gespeicherten Schlüssel zu nehmen oder wenn der Dienst keinen verlangt.</translation>
    </message>
    <message>
        <source>Check and use</source>
        <translation>Prüfen und nutzen</translation>
    </message>
    <message>
        <source>Use OpenAI&apos;s own</source>
        <translation>Den von OpenAI nehmen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Practice model</source>
        <translation>Übungsmodell</translation>
    </message>
    <message>
        <source>A small model that runs on this computer. Private and free, and it makes mistakes.</source>
        <translation>Ein kleines Modell, das auf diesem Computer läuft. Privat und kostenlos, und es macht Fehler.</translation>
    </message>
    <message>
        <source>A model file of your own</source>
        <translation>Eine eigene Modelldatei</translation>
    </message>
    <message>
        <source>A .gguf file to use in place of the practice model.</source>
        <translation>Eine .gguf-Datei, die das Übungsmodell ersetzt.</translation>
    </message>
    <message>
        <source>Enter the address of the service first.</source>
        <translation>Geben Sie zuerst die Adresse des Dienstes ein.</translation>
    </message>
</context>
<context>
    <name>ServiceWay</name>
    <message>
        <source>I use another service</source>
        <translation>Ich nutze einen anderen Dienst</translation>
    </message>
    <message>
        <source>A company gateway, OpenRouter, or a server of your own such as Ollama or LM Studio.</source>
        <translation>Ein Zugang der Firma, OpenRouter oder ein eigener Server wie Ollama oder LM Studio.</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Its documentation calls this the base URL. It usually ends in /v1.</source>
        <translation>In seiner Anleitung heißt sie „base URL“. Sie endet meist auf /v1.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Leave this empty if the service asks for none.</source>
        <translation>Leer lassen, wenn der Dienst keinen verlangt.</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Enter the address of the service first.</source>
        <translation>Geben Sie zuerst die Adresse des Dienstes ein.</translation>
    </message>
    <message>
        <source>Asking the service whether it answers…</source>
        <translation>Der Dienst wird gefragt, ob er antwortet …</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Model file on this computer</source>
        <translation>Modelldatei auf diesem Computer</translation>
    </message>
    <message>
        <source>A .gguf file to use in place of the practice model.</source>
        <translation>Eine .gguf-Datei, die das Übungsmodell ersetzt.</translation>
    </message>
    <message>
        <source>Model for new conversations</source>
        <translation>Modell für neue Gespräche</translation>
    </message>
    <message>
        <source>Empty: the model you used last.</source>
        <translation>Leer: das zuletzt benutzte Modell.</translation>
    </message>
    <message>
        <source>Instructions for new conversations (system message)</source>
        <translation>Anweisungen für neue Gespräche (system message)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Some companies let programs out to the internet only through a proxy.</source>
        <translation>Manche Firmen lassen Programme nur über einen Proxy ins Internet.</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Dieser:</translation>
    </message>
    <message>
        <source>Wait this many minutes for a model that thinks first</source>
        <translation>So viele Minuten auf ein Modell warten, das erst nachdenkt</translation>
    </message>
    <message>
        <source>Reasoning models can be silent for long before the first word. Other models get a minute and a half.</source>
        <translation>Nachdenkende Modelle können vor dem ersten Wort lange schweigen. Andere Modelle bekommen anderthalb Minuten.</translation>
    </message>
    <message>
        <source>Let the model write titles (costs a little)</source>
        <translation>Titel vom Modell schreiben lassen (kostet ein wenig)</translation>
    </message>
    <message>
        <source>After the first answer the model is asked once for a title. A title you wrote is never replaced.</source>
        <translation>Nach der ersten Antwort wird das Modell einmal nach einem Titel gefragt. Ein Titel, den Sie geschrieben haben, wird nie ersetzt.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Sprache des Programms</translation>
    </message>
    <message>
        <source>Stop at this sum each month</source>
        <translation>Jeden Monat bei dieser Summe anhalten</translation>
    </message>
    <message>
        <source>Parley sends nothing more once the answers of this month have cost this much.</source>
        <translation>Parley sendet nichts mehr, sobald die Antworten dieses Monats so viel gekostet haben.</translation>
    </message>
    <message>
        <source>Empty the trash after this many days</source>
        <translation>Papierkorb nach so vielen Tagen leeren</translation>
    </message>
    <message>
        <source>0 keeps deleted conversations until you empty the trash.</source>
        <translation>0 behält gelöschte Gespräche, bis Sie den Papierkorb leeren.</translation>
    </message>
    <message>
        <source>Write message texts to the log</source>
        <translation>Nachrichtentexte ins Protokoll schreiben</translation>
    </message>
    <message>
        <source>Only useful when you look for a fault. Off, the log holds times and sizes.</source>
        <translation>Nur nützlich bei der Fehlersuche. Aus: Das Protokoll enthält Zeiten und Größen.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>About Parley</source>
        <translation>Über Parley</translation>
    </message>
    <message>
        <source>{service} answered.</source>
        <translation>{service} hat geantwortet.</translation>
    </message>
    <message>
        <source>{service} answered. Models to choose from: {count}.</source>
        <translation>{service} hat geantwortet. Modelle zur Auswahl: {count}.</translation>
    </message>
    <message>
        <source>Account and key</source>
        <translation>Konto und Schlüssel</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Parley sends your messages to the service you chose, and to nobody else.</source>
        <translation>Parley sendet Ihre Nachrichten an den Dienst Ihrer Wahl und an sonst niemanden.</translation>
    </message>
    <message>
        <source>The language changes when Parley is opened again.</source>
        <translation>Die Sprache wechselt beim nächsten Öffnen von Parley.</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>What Parley notes about itself, to look for a fault. Your key is never in it.</source>
        <translation>Was Parley über sich selbst notiert, um einen Fehler zu finden. Ihr Schlüssel steht nie darin.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Liste zeigen</translation>
    </message>
    <message>
        <source>Each request of the last thirty days: where to, when and how large. Never what was in it.</source>
        <translation>Jede Anfrage der letzten dreißig Tage: wohin, wann und wie groß. Nie, was darin stand.</translation>
    </message>
    <message>
        <source>What left this computer</source>
        <translation>Was diesen Computer verlassen hat</translation>
    </message>
    <message>
        <source>Spent this month: {spent} of {budget}</source>
        <translation>Diesen Monat ausgegeben: {spent} von {budget}</translation>
    </message>
    <message>
        <source>Spent this month: {spent}</source>
        <translation>Diesen Monat ausgegeben: {spent}</translation>
    </message>
</context>
<context>
    <name>ShelfList</name>
    <message>
        <source>Starters</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Mitgeliefert</translation>
    </message>
</context>
<context>
    <name>ShelfTop</name>
    <message>
        <source>Back to the conversations</source>
        <translation>Zurück zu den Gesprächen</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Rename or delete this folder</source>
        <translation>Diesen Ordner umbenennen oder löschen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
</context>
<context>
    <name>ShowingCode</name>
    <message>
        <source>Write a message first. Then you can see the code that sends it.</source>
        <translation>Schreiben Sie zuerst eine Nachricht. Dann sehen Sie den Code, der sie sendet.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close the panel</source>
        <translation>Seitenfeld schließen</translation>
    </message>
    <message>
        <source>Chat settings</source>
        <translation>Gesprächseinstellungen</translation>
    </message>
    <message>
        <source>Pricing</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>{page}, side panel</source>
        <translation>{page}, Seitenbereich</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>1 conversation found</source>
        <translation>1 Gespräch gefunden</translation>
    </message>
    <message>
        <source>%n conversations found</source>
        <translation>%n Gespräche gefunden</translation>
    </message>
    <message>
        <source>Your conversations will be here. Write a message to begin the first.</source>
        <translation>Hier werden Ihre Gespräche stehen. Schreiben Sie eine Nachricht, um das erste zu beginnen.</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words, or the beginning of one.</source>
        <translation>Nichts gefunden. Versuchen Sie weniger Wörter oder den Anfang eines Wortes.</translation>
    </message>
    <message>
        <source>The trash is empty. Conversations you delete can be restored from here.</source>
        <translation>Der Papierkorb ist leer. Gelöschte Gespräche lassen sich von hier wiederherstellen.</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>Das Archiv ist leer.</translation>
    </message>
    <message>
        <source>Nothing is in this folder. Drag conversations onto its name, or use their menu.</source>
        <translation>In diesem Ordner ist nichts. Ziehen Sie Gespräche auf seinen Namen, oder benutzen Sie ihr Menü.</translation>
    </message>
    <message>
        <source>Delete forever</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner …</translation>
    </message>
    <message>
        <source>Take out of the folder</source>
        <translation>Aus dem Ordner nehmen</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Delete folder, keep its conversations</source>
        <translation>Ordner löschen, Gespräche behalten</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
</context>
<context>
    <name>StarterDetail</name>
    <message>
        <source>Use this starter</source>
        <translation>Vorlage verwenden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Duplicate starter</source>
        <translation>Vorlage duplizieren</translation>
    </message>
    <message>
        <source>Export starter</source>
        <translation>Vorlage exportieren</translation>
    </message>
    <message>
        <source>Delete starter</source>
        <translation>Vorlage löschen</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>StarterEditor</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Write a poem about {{topic}}.</source>
        <translation>Schreibe ein Gedicht über {{Thema}}.</translation>
    </message>
    <message>
        <source>Save starter</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The form asks for</source>
        <translation>Das Formular fragt nach</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>Geben Sie ihr zuerst einen Namen.</translation>
    </message>
    <message>
        <source>Chat settings</source>
        <translation>Chat-Einstellungen</translation>
    </message>
    <message>
        <source>Parts of the starter</source>
        <translation>Teile der Vorlage</translation>
    </message>
    <message>
        <source>One line that says when it is useful</source>
        <translation>Eine Zeile, die sagt, wofür sie gut ist</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>An image</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>Write {{topic}} where something is to be filled in. This works in the instructions too.</source>
        <translation>Schreiben Sie {{Thema}}, wo etwas einzusetzen ist. Das geht auch in den Anweisungen.</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür sie ist</translation>
    </message>
    <message>
        <source>Asks to attach</source>
        <translation>Bittet anzuhängen</translation>
    </message>
</context>
<context>
    <name>StarterForm</name>
    <message>
        <source>Put into the message</source>
        <translation>In die Nachricht übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back to the starters</source>
        <translation>Zurück zu den Vorlagen</translation>
    </message>
    <message>
        <source>Choose an image…</source>
        <translation>Bild wählen …</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>You can also paste it into the message later.</source>
        <translation>Sie können es auch später in die Nachricht einfügen.</translation>
    </message>
</context>
<context>
    <name>StarterLibrary</name>
    <message>
        <source>Starters</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>New starter</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Edit starter</source>
        <translation>Vorlage bearbeiten</translation>
    </message>
    <message>
        <source>Search starters</source>
        <translation>Vorlagen suchen</translation>
    </message>
    <message>
        <source>No starter has these words.</source>
        <translation>Keine Vorlage enthält diese Wörter.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>„{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Untitled starter</source>
        <translation>Vorlage ohne Namen</translation>
    </message>
</context>
<context>
    <name>Starters</name>
    <message>
        <source>can stay empty</source>
        <translation>kann leer bleiben</translation>
    </message>
    <message>
        <source>Fill this in first.</source>
        <translation>Füllen Sie dies zuerst aus.</translation>
    </message>
    <message>
        <source>It also sets: {settings}.</source>
        <translation>Sie setzt auch: {settings}.</translation>
    </message>
    <message>
        <source>instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>creativity {number}</source>
        <translation>Kreativität {number}</translation>
    </message>
    <message>
        <source>longest answer {number} tokens</source>
        <translation>längste Antwort {number} Token</translation>
    </message>
    <message>
        <source>answer as JSON</source>
        <translation>Antwort als JSON</translation>
    </message>
    <message>
        <source>text completion</source>
        <translation>Textvervollständigung</translation>
    </message>
    <message>
        <source>further settings</source>
        <translation>weitere Einstellungen</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>New chat</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Press F2 to rename</source>
        <translation>F2 zum Umbenennen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>New chat</source>
        <translation>Neues Gespräch</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>Since Parley was opened nothing has left this computer.</source>
        <translation>Seit Parley geöffnet wurde, hat nichts diesen Computer verlassen.</translation>
    </message>
    <message>
        <source>Since Parley was opened: {requests}, {sent} sent, {received} received.</source>
        <translation>Seit Parley geöffnet wurde: {requests}, {sent} gesendet, {received} empfangen.</translation>
    </message>
    <message>
        <source>In the last thirty days: {requests}, {sent} sent, {received} received.</source>
        <translation>In den letzten dreißig Tagen: {requests}, {sent} gesendet, {received} empfangen.</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} Anfragen</translation>
    </message>
    <message>
        <source>{sent} sent, {received} received</source>
        <translation>{sent} gesendet, {received} empfangen</translation>
    </message>
    <message>
        <source>{sent} sent, no answer</source>
        <translation>{sent} gesendet, keine Antwort</translation>
    </message>
    <message>
        <source>{host} (this computer)</source>
        <translation>{host} (dieser Computer)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>Liste der Modelle</translation>
    </message>
    <message>
        <source>File or picture</source>
        <translation>Datei oder Bild</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>TrafficDialog</name>
    <message>
        <source>What left this computer</source>
        <translation>Was diesen Computer verlassen hat</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Every request Parley sent in the last thirty days. Only where it went, when and how large it was is kept, never what was in it.</source>
        <translation>Jede Anfrage, die Parley in den letzten dreißig Tagen gesendet hat. Aufgehoben wird nur, wohin sie ging, wann und wie groß sie war, nie, was darin stand.</translation>
    </message>
    <message>
        <source>Sizes are those before the encryption.</source>
        <translation>Die Größen gelten vor der Verschlüsselung.</translation>
    </message>
    <message>
        <source>Nothing has left this computer</source>
        <translation>Nichts hat diesen Computer verlassen</translation>
    </message>
    <message>
        <source>Each request will be listed here once you send a message or check a key.</source>
        <translation>Hier steht jede Anfrage, sobald Sie eine Nachricht senden oder einen Schlüssel prüfen.</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Image not loaded</source>
        <translation>Bild nicht geladen</translation>
    </message>
    <message>
        <source>This image cannot be shown</source>
        <translation>Dieses Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>Sie: {text}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>Antwort: {text}</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>This link leads to {host}.</source>
        <translation>Dieser Link führt zu {host}.</translation>
    </message>
    <message>
        <source>Its text says “{text}”. The full address is:
{address}</source>
        <translation>Sein Text lautet „{text}“. Die vollständige Adresse ist:
{address}</translation>
    </message>
    <message>
        <source>Open {host}</source>
        <translation>{host} öffnen</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Nicht öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy table as CSV</source>
        <translation>Tabelle als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy message as Markdown</source>
        <translation>Nachricht als Markdown kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Regenerate answer</source>
        <translation>Antwort neu erzeugen</translation>
    </message>
    <message>
        <source>Continue answer</source>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Export up to here</source>
        <translation>Bis hierher exportieren</translation>
    </message>
    <message>
        <source>Show as Python…</source>
        <translation>Als Python zeigen …</translation>
    </message>
    <message>
        <source>Delete version</source>
        <translation>Fassung löschen</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>Nicht vollständig</translation>
    </message>
    <message>
        <source>Stopped at the length limit</source>
        <translation>An der Längengrenze angehalten</translation>
    </message>
    <message>
        <source>Fits the schema</source>
        <translation>Passt zum Schema</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Tokens</translation>
    </message>
    <message>
        <source>Trying again in one second</source>
        <translation>Neuer Versuch in einer Sekunde</translation>
    </message>
    <message>
        <source>Trying again in {seconds} seconds</source>
        <translation>Neuer Versuch in {seconds} Sekunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>Warten auf das erste Wort…</translation>
    </message>
    <message>
        <source>Still waiting for the first word…</source>
        <translation>Immer noch Warten auf das erste Wort…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibt…</translation>
    </message>
    <message>
        <source>Open or save {name}</source>
        <translation>{name} öffnen oder speichern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Sent in this summary: all messages above</source>
        <translation>In dieser Zusammenfassung gesendet: alle Nachrichten darüber</translation>
    </message>
    <message>
        <source>Not sent any more: all messages above</source>
        <translation>Nicht mehr gesendet: alle Nachrichten darüber</translation>
    </message>
    <message>
        <source>Send everything again</source>
        <translation>Wieder alles senden</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Zum Neuesten</translation>
    </message>
    <message>
        <source>The answer is finished.</source>
        <translation>Die Antwort ist fertig.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>UndoOffer</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>VariableRow</name>
    <message>
        <source>Question for {name}</source>
        <translation>Frage für {name}</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>Several lines</source>
        <translation>Mehrere Zeilen</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Kind of field for {name}</source>
        <translation>Art des Feldes für {name}</translation>
    </message>
    <message>
        <source>Suggestions, with a semicolon between them</source>
        <translation>Vorschläge, durch Semikolon getrennt</translation>
    </message>
    <message>
        <source>Suggestions for {name}</source>
        <translation>Vorschläge für {name}</translation>
    </message>
    <message>
        <source>Can stay empty</source>
        <translation>Kann leer bleiben</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Parley</source>
        <translation>Willkommen bei Parley</translation>
    </message>
    <message>
        <source>Talk with the models behind ChatGPT. How would you like to begin?</source>
        <translation>Sprechen Sie mit den Modellen hinter ChatGPT. Wie möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>You are editing an earlier message. Its old version stays.</source>
        <translation>Sie bearbeiten eine frühere Nachricht. Ihre alte Fassung bleibt.</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Bearbeiten abbrechen</translation>
    </message>
</context>
<context>
    <name>_Sideways</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>_TitleEdit</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>row</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Before this year</source>
        <translation>Vor diesem Jahr</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Beliebiger Tag</translation>
    </message>
</context>
</TS>
