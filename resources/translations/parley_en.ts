<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BranchDeletion</name>
    <message numerus="yes">
        <source>Delete this message and %n messages after it?</source>
        <translation>
            <numerusform>Delete this message and %n message after it?</numerusform>
            <numerusform>Delete this message and %n messages after it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete this version and %n messages after it?</source>
        <translation>
            <numerusform>Delete this version and %n message after it?</numerusform>
            <numerusform>Delete this version and %n messages after it?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message numerus="yes">
        <source>%n models. Write your message below.</source>
        <translation>
            <numerusform>%n model. Write your message below.</numerusform>
            <numerusform>%n models. Write your message below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataKeeping</name>
    <message numerus="yes">
        <source>%n conversation(s) were written to {folder}</source>
        <translation>
            <numerusform>%n conversation was written to {folder}</numerusform>
            <numerusform>%n conversations were written to {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>Delete %n conversations forever? They cannot be brought back.</source>
        <translation>
            <numerusform>Delete %n conversation forever? It cannot be brought back.</numerusform>
            <numerusform>Delete %n conversations forever? They cannot be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptAnswers</name>
    <message numerus="yes">
        <source>%n other answers deleted</source>
        <translation>
            <numerusform>%n other answer deleted</numerusform>
            <numerusform>%n other answers deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
</TS>
