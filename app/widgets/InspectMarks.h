#pragma once

#include "analysis/Finding.h"

#include <QPalette>
#include <QSyntaxHighlighter>

namespace scopes {

/// Marks in a text where its scopes stand and where findings are: scopes by their ground, findings by an underline that tells
/// the severity by its form too, the current finding like a search hit.
class InspectMarks : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit InspectMarks(QTextDocument* document);

    /// The marks of an inspection; @p current is where the current finding is. The document is the part of the inspected text
    /// from @p shownFrom on.
    void setChecked(const Inspection& inspection, const std::vector<Finding>& findings, const std::vector<TextRange>& current,
        const QPalette& palette, int shownFrom);
    void setCurrent(const std::vector<TextRange>& ranges);

    /// Before another text is shown, on which these marks would be wrong.
    void forget();

protected:
    void highlightBlock(const QString& text) override;

private:
    struct Mark
    {
        TextRange range;
        QTextCharFormat format;
    };

    void mark(std::vector<Mark>& marks, TextRange range, const QTextCharFormat& format) const;
    void apply(const std::vector<Mark>& marks, int blockStart, int blockLength);

    std::vector<Mark> m_marks; ///< ascending by their beginning
    std::vector<Mark> m_current;
    int m_shownFrom = 0;
    int m_longest = 0; ///< of m_marks
    QTextCharFormat m_currentFormat;
};

} // namespace scopes
