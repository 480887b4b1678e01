<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n conversations found</source>
        <translation>
            <numerusform>%n conversation found</numerusform>
            <numerusform>%n conversations found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n conversations forever? They cannot be brought back.</source>
        <translation>
            <numerusform>Delete %n conversation forever? It cannot be brought back.</numerusform>
            <numerusform>Delete %n conversations forever? They cannot be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message numerus="yes">
        <source>%n conversation(s) moved to the trash</source>
        <translation>
            <numerusform>%n conversation moved to the trash</numerusform>
            <numerusform>%n conversations moved to the trash</numerusform>
        </translation>
    </message>
</context>
</TS>
