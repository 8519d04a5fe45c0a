#include "widgets/FindingsView.h"
#include "widgets/InspectEdit.h"
#include "widgets/InspectMarks.h"
#include "widgets/InspectPane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

// Which part of a text is shown, and where in it the findings are.
namespace scopes {

/// For a text that is too long to be shown as a whole.
QWidget* InspectPane::parts()
{
    m_part->setTextFormat(Qt::PlainText);
    auto* const row = new QHBoxLayout(m_partRow);
    row->setContentsMargins({});
    row->addWidget(m_earlier);
    row->addWidget(m_part);
    row->addWidget(m_later);
    row->addStretch();
    m_partRow->hide();
    connect(
        m_earlier, &QPushButton::clicked, this, [this] { m_text->showPart(m_text->shownFrom() - InspectedText::longestShown); });
    connect(m_later, &QPushButton::clicked, this, [this] { m_text->showPart(m_text->shownTo()); });
    return m_partRow;
}

void InspectPane::mark()
{
    const CheckedTextPointer& checked = m_text->checked();
    if (checked == nullptr)
        return;
    const int current = m_findings->currentRow();
    const auto ranges = current < 0 ? std::vector<TextRange>() : m_text->findings().finding(current).ranges;
    m_marks->setChecked(checked->inspection, checked->findings, ranges, palette(), m_text->shownFrom());
    goTo(ranges);
}

void InspectPane::showPlace(int finding)
{
    // While a text is checked, its findings are no longer those of the text that is shown.
    if (finding < 0 || m_text->isBehind())
        return;
    const auto& ranges = m_text->findings().finding(finding).ranges;
    const bool isShown =
        ranges.empty() || (ranges.front().start >= m_text->shownFrom() && ranges.front().start < m_text->shownTo());
    if (!isShown && !m_edit->hasFocus())
        return m_text->showPart(ranges.front().start - InspectedText::longestShown / 2); // which marks it
    m_marks->setCurrent(ranges);
    goTo(ranges);
}

/// Scrolls to the first of the ranges, if it is in the shown part.
void InspectPane::goTo(const std::vector<TextRange>& ranges)
{
    if (ranges.empty() || m_edit->hasFocus())
        return;
    const int place = ranges.front().start - m_text->shownFrom();
    if (place >= 0 && ranges.front().start < m_text->shownTo())
        m_edit->showPlace(place);
}

void InspectPane::showParts()
{
    m_partRow->setVisible(m_text->isPart());
    m_earlier->setEnabled(m_text->shownFrom() > 0);
    m_later->setEnabled(m_text->shownTo() < m_text->size());
    const QLocale locale;
    m_part->setText(
        tr("Characters %1 to %2 of %3")
            .arg(locale.toString(m_text->shownFrom() + 1), locale.toString(m_text->shownTo()), locale.toString(m_text->size())));
}

} // namespace scopes
