#include "search/Query.h"

#include "support/TestMain.h"

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

/// The terms as a reader would write them, each in brackets.
QString described(const Query& query)
{
    QStringList parts;
    for (const QueryTerm& term : query.terms()) {
        QString column = u"any"_s;
        if (term.column)
            column = QStringList{u"name"_s, u"topic"_s, u"?"_s, u"?"_s, u"product"_s, u"endpoint"_s, u"field"_s}.at(
                static_cast<int>(*term.column));
        parts += u"[%1%2%3%4]"_s.arg(
            term.negated ? u"not "_s : u""_s, column, term.whole ? u" is "_s : u"="_s, QString::fromStdString(term.text));
    }
    if (query.wantsTicked())
        parts += u"[ticked]"_s;
    if (query.wantsUnticked())
        parts += u"[unticked]"_s;
    return parts.join(u' ');
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void parses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("terms");

        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("only spaces") << u" \t\u00a0 "_s << u""_s;
        QTest::newRow("two words") << u"  Video  LIST "_s << u"[any=video] [any=list]"_s;
        QTest::newRow("a phrase") << u"\"your Videos\" x"_s << u"[any=your videos] [any=x]"_s;
        QTest::newRow("an unclosed phrase ends with the text") << u"\"your vid"_s << u"[any=your vid]"_s;
        QTest::newRow("an empty phrase matches everything") << u"\"\" x"_s << u"[any=x]"_s;
        QTest::newRow("what follows a phrase at once is a term") << u"\"a b\"c"_s << u"[any=a b] [any=c]"_s;
        QTest::newRow("a quote within a phrase is typed twice")
            << u"name:=\"say \"\"a b\"\"\" x"_s << u"[name is say \"a b\"] [any=x]"_s;
        QTest::newRow("a quote that begins a phrase") << u"\"\"\"a b\""_s << u"[any=\"a b]"_s;
        QTest::newRow("a phrase of one quote") << u"\"\"\"\" x"_s << u"[any=\"] [any=x]"_s;
        QTest::newRow("an unclosed phrase with a quote at its end") << u"\"a b\"\""_s << u"[any=a b\"]"_s;
        QTest::newRow("a backslash within a phrase is a character") << u"\"a\\\" x"_s << u"[any=a\\] [any=x]"_s;
        QTest::newRow("a quote within a word is a character") << u"a\"b c"_s << u"[any=a\"b] [any=c]"_s;
        QTest::newRow("every operator") << u"topic:a field:b endpoint:c product:d name:e"_s
                                        << u"[topic=a] [field=b] [endpoint=c] [product=d] [name=e]"_s;
        QTest::newRow("an operator in capitals") << u"TOPIC:Research"_s << u"[topic=research]"_s;
        QTest::newRow("an operator with a phrase") << u"topic:\"Research API\" x"_s << u"[topic=research api] [any=x]"_s;
        QTest::newRow("an operator with an unclosed phrase") << u"topic:\"Research A"_s << u"[topic=research a]"_s;
        QTest::newRow("an operator without value matches everything") << u"topic: x"_s << u"[any=x]"_s;
        QTest::newRow("an operator without value at the end") << u"x -topic:"_s << u"[any=x]"_s;
        QTest::newRow("the whole name") << u"name:=Video.list x"_s << u"[name is video.list] [any=x]"_s;
        QTest::newRow("the whole of a phrase, negated") << u"-field:=\"open id\""_s << u"[not field is open id]"_s;
        QTest::newRow("the whole of nothing matches everything") << u"name:= x"_s << u"[any=x]"_s;
        QTest::newRow("a second equals sign is a character") << u"name:==x"_s << u"[name is =x]"_s;
        QTest::newRow("an equals sign without an operator is a character") << u"=x"_s << u"[any==x]"_s;
        QTest::newRow("a value may hold colons") << u"name:chat:write"_s << u"[name=chat:write]"_s;
        QTest::newRow("not a word") << u"-word"_s << u"[not any=word]"_s;
        QTest::newRow("not a phrase") << u"-\"a phrase\""_s << u"[not any=a phrase]"_s;
        QTest::newRow("not a topic") << u"-topic:\"a b\""_s << u"[not topic=a b]"_s;
        QTest::newRow("a minus alone matches everything") << u"a - b -"_s << u"[any=a] [any=b]"_s;
        QTest::newRow("a second minus is a character") << u"--a"_s << u"[not any=-a]"_s;
        QTest::newRow("a minus within a word is a character") << u"a-b"_s << u"[any=a-b]"_s;
        QTest::newRow("is ticked") << u"is:ticked x"_s << u"[any=x] [ticked]"_s;
        QTest::newRow("is unticked in capitals") << u"IS:Unticked"_s << u"[unticked]"_s;
        QTest::newRow("not ticked is unticked") << u"-is:ticked"_s << u"[unticked]"_s;
        QTest::newRow("not unticked is ticked") << u"-is:unticked"_s << u"[ticked]"_s;
        QTest::newRow("is without value matches everything") << u"is:"_s << u""_s;
        QTest::newRow("is with another value is left out") << u"is:tick x"_s << u"[any=x]"_s;
        QTest::newRow("an unknown operator is plain text") << u"chat:write"_s << u"[any=chat:write]"_s;
        QTest::newRow("an unknown operator with a phrase is one text") << u"foo:\"a b\" c"_s << u"[any=foo:a b] [any=c]"_s;
        QTest::newRow("an operator has letters only") << u"v2:x a.b:c :y"_s << u"[any=v2:x] [any=a.b:c] [any=:y]"_s;
        QTest::newRow("accents and case don't matter") << u"CAFÉ topic:Straße"_s << u"[any=cafe] [topic=strasse]"_s;
        QTest::newRow("an accent alone matches everything") << u"\u0301 x"_s << u"[any=x]"_s;
    }

    void parses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, terms);
        QCOMPARE(described(Query(typed)), terms);
        QCOMPARE(Query(typed).isEmpty(), terms.isEmpty());
        QVERIFY(Query(typed) == Query(typed));
    }

    void explainsUnknownOperators_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("piece");

        QTest::newRow("alone") << u"foo:bar"_s << u"foo:bar"_s;
        QTest::newRow("behind a word") << u"a  Foo:b c"_s << u"Foo:b"_s;
        QTest::newRow("negated") << u"x -foo:bar"_s << u"-foo:bar"_s;
        QTest::newRow("with a phrase") << u"foo:\"b c\" d"_s << u"foo:\"b c\""_s;
        QTest::newRow("without value") << u"foo:"_s << u"foo:"_s;
    }

    void explainsUnknownOperators()
    {
        QFETCH(QString, typed);
        QFETCH(QString, piece);
        const Query query(typed);
        QVERIFY(query.problems().empty());
        QCOMPARE(query.doubts().size(), std::size_t{1});
        const QueryProblem& problem = query.doubts().front().problem;
        QCOMPARE(typed.mid(problem.start, problem.length), piece);
        QVERIFY(problem.message.contains(piece));
        for (const auto& name : {u"topic:"_s, u"field:"_s, u"endpoint:"_s, u"product:"_s, u"name:"_s, u"is:"_s})
            QVERIFY2(problem.message.contains(name), qPrintable(name));
    }

    void explainsUnknownStates()
    {
        const QString typed = u"x is:tick y"_s;
        const Query query(typed);
        QCOMPARE(query.problems().size(), std::size_t{1});
        const QueryProblem& problem = query.problems().front();
        QCOMPARE(typed.mid(problem.start, problem.length), u"is:tick"_s);
        QVERIFY(problem.message.contains(u"ticked"_s) && problem.message.contains(u"unticked"_s));
        QVERIFY(Query(u"is:"_s).problems().empty());
    }

    void showsWhatIsNotPlainText()
    {
        const Query query(u"foo:\u202ebar"_s);
        QVERIFY(!query.doubts().front().problem.message.contains(QChar(0x202e)));
    }

    void readsNoMoreThanItSays()
    {
        const Query longest(QString(Query::longest, u'a'));
        QVERIFY(longest.problems().empty());
        const Query tooLong(QString(1000000, u'a'));
        QCOMPARE(tooLong.terms().front().text.size(), std::size_t{Query::longest});
        QCOMPARE(tooLong.problems().size(), std::size_t{1});
        QCOMPARE(tooLong.problems().front().start, Query::longest);
        QVERIFY(tooLong.problems().front().message.contains(QLocale().toString(Query::longest)));
    }

    void refines_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("refines");

        QTest::newRow("anything refines nothing") << u"x"_s << u""_s << true;
        QTest::newRow("nothing does not refine something") << u""_s << u"x"_s << false;
        QTest::newRow("the same") << u"a -b"_s << u"-b a"_s << true;
        QTest::newRow("one more character") << u"video"_s << u"vide"_s << true;
        QTest::newRow("one character less") << u"vide"_s << u"video"_s << false;
        QTest::newRow("one more before") << u"xvideo"_s << u"video"_s << true;
        QTest::newRow("another character") << u"vidio"_s << u"video"_s << false;
        QTest::newRow("one more term") << u"video list"_s << u"video"_s << true;
        QTest::newRow("two words become a phrase") << u"\"read your\""_s << u"read your"_s << true;
        QTest::newRow("a phrase becomes two words") << u"read your"_s << u"\"read your\""_s << false;
        QTest::newRow("a longer negated word excludes less") << u"-video"_s << u"-vide"_s << false;
        QTest::newRow("a shorter negated word excludes more") << u"-vide"_s << u"-video"_s << true;
        QTest::newRow("a word becomes negated") << u"-video"_s << u"video"_s << false;
        QTest::newRow("an operator narrows a word") << u"topic:video"_s << u"vid"_s << true;
        QTest::newRow("a word widens an operator") << u"video"_s << u"topic:vid"_s << false;
        QTest::newRow("a negated word excludes more than an operator") << u"-vid"_s << u"-topic:video"_s << true;
        QTest::newRow("a negated operator excludes less") << u"-topic:vid"_s << u"-vid"_s << false;
        QTest::newRow("another operator") << u"topic:vid"_s << u"product:vid"_s << false;
        QTest::newRow("endpoint: looks at more than a word") << u"endpoint:post"_s << u"post"_s << false;
        QTest::newRow("the whole narrows a part") << u"name:=video.list"_s << u"name:video"_s << true;
        QTest::newRow("a part widens the whole") << u"name:video.list"_s << u"name:=video.list"_s << false;
        QTest::newRow("a longer whole is another") << u"name:=video.list"_s << u"name:=video"_s << false;
        QTest::newRow("not the whole excludes less than not a part") << u"-name:=video.list"_s << u"-name:video"_s << false;
        QTest::newRow("not a part excludes the whole too") << u"-name:video"_s << u"-name:=video.list"_s << true;
        QTest::newRow("ticked is more than nothing") << u"a is:ticked"_s << u"a"_s << true;
        QTest::newRow("ticked is left out") << u"a"_s << u"a is:ticked"_s << false;
        QTest::newRow("ticked becomes unticked") << u"is:unticked"_s << u"is:ticked"_s << false;
    }

    void refines()
    {
        QFETCH(QString, now);
        QFETCH(QString, before);
        QTEST(Query(now).refines(Query(before)), "refines");
    }
};

SCOPES_TEST(QueryTest)

} // namespace scopes::tests

#include "QueryTest.moc"
