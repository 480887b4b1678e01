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
        <source>Model on this computer</source>
        <translation>Modell auf diesem Computer</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Anderer Dienst</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nichts verlässt diesen Computer.</translation>
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
        <source>No key is saved for this service.</source>
        <translation>Für diesen Dienst ist kein Schlüssel gespeichert.</translation>
    </message>
    <message>
        <source>The key that ends in {last4} is kept until Parley is closed.</source>
        <translation>Der Schlüssel mit der Endung {last4} bleibt erhalten, bis Parley geschlossen wird.</translation>
    </message>
    <message>
        <source>The key that ends in {last4} is kept in {place}.</source>
        <translation>Der Schlüssel mit der Endung {last4} liegt hier: {place}.</translation>
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
        <source>Answer as JSON</source>
        <translation>Als JSON antworten</translation>
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
        <source>Add a sentence</source>
        <translation>Satz hinzufügen</translation>
    </message>
    <message>
        <source>Examples (few-shot)</source>
        <translation>Beispiele (few-shot)</translation>
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
        <source>The answer is data that a program can read. Say in your message which fields you want.</source>
        <translation>Die Antwort sind Daten, die ein Programm lesen kann. Nennen Sie in Ihrer Nachricht die gewünschten Felder.</translation>
    </message>
    <message>
        <source>No message mentions JSON yet. The model needs to read the word once.</source>
        <translation>Noch keine Nachricht erwähnt JSON. Das Modell muss das Wort einmal lesen.</translation>
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
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
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
    <name>Composer</name>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Attach images and text files</source>
        <translation>Bilder und Textdateien anhängen</translation>
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
        <source>Images and text files (*)</source>
        <translation>Bilder und Textdateien (*)</translation>
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
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
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
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Something went wrong inside Parley</source>
        <translation>In Parley ist etwas schiefgegangen</translation>
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
        <source>Check the proxy settings of this computer.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen dieses Computers.</translation>
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
        <source>Use an address that begins with https. Plain http works only for this computer.</source>
        <translation>Nehmen Sie eine Adresse, die mit https beginnt. Einfaches http geht nur auf diesem Computer.</translation>
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
        <source>Parley cannot attach {path}.</source>
        <translation>Parley kann {path} nicht anhängen.</translation>
    </message>
    <message>
        <source>Images and text files can be attached.</source>
        <translation>Bilder und Textdateien lassen sich anhängen.</translation>
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
        <source>Something unexpected happened while talking to the service.</source>
        <translation>Beim Austausch mit dem Dienst ist etwas Unerwartetes geschehen.</translation>
    </message>
    <message>
        <source>Choose a smaller file.</source>
        <translation>Wählen Sie eine kleinere Datei.</translation>
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
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>{tokens} tokens, about {words} words</source>
        <translation>{tokens} Tokens, etwa {words} Wörter</translation>
    </message>
    <message>
        <source> · {price} to send, plus the answer</source>
        <translation> · {price} fürs Senden, dazu die Antwort</translation>
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
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
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
        <source>Delete</source>
        <translation>Löschen</translation>
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
        <source>reads {tokens} tokens</source>
        <translation>liest {tokens} Tokens</translation>
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
        <source>The list of models has not arrived. You can type the name of a model.</source>
        <translation>Die Liste der Modelle ist nicht angekommen. Sie können einen Modellnamen eingeben.</translation>
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
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input per 1K</source>
        <translation>Eingabe je 1K</translation>
    </message>
    <message>
        <source>Output per 1K</source>
        <translation>Ausgabe je 1K</translation>
    </message>
    <message>
        <source>Input per 1M</source>
        <translation>Eingabe je 1M</translation>
    </message>
    <message>
        <source>Output per 1M</source>
        <translation>Ausgabe je 1M</translation>
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
    <name>RowsModel</name>
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
    <message numerus="yes">
        <source>%n conversations found</source>
        <translation>
            <numerusform>%n Gespräch gefunden</numerusform>
            <numerusform>%n Gespräche gefunden</numerusform>
        </translation>
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
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
    <name>Transcript</name>
    <message>
        <source>Image not loaded</source>
        <translation>Bild nicht geladen</translation>
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
    <name>TrashTop</name>
    <message>
        <source>Back to the conversations</source>
        <translation>Zurück zu den Gesprächen</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
        <source>{model} does not take the setting {parameter}. It was left out.</source>
        <translation>{model} nimmt die Einstellung {parameter} nicht an. Sie wurde weggelassen.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) moved to the trash</source>
        <translation>
            <numerusform>%n Gespräch in den Papierkorb gelegt</numerusform>
            <numerusform>%n Gespräche in den Papierkorb gelegt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>Use “{name}”</source>
        <translation>„{name}“ nehmen</translation>
    </message>
</context>
<context>
    <name>_TitleEdit</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
</TS>
