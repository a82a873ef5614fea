using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Platform.Sheets.Forms;

/// <summary>
/// 填报工作簿: what is sent to people to be filled in and comes back: cover for the stamp, instructions, the table, an example, the codes.
/// No macro and no locked cell: offices copy, sort and paste. It is a document in Chinese whatever the reader's language.
/// </summary>
public sealed record FormSpec
{
    /// <summary>Says later which workbook this was; stands in the hidden column above the row ids.</summary>
    public required string Token { get; init; }

    /// <summary>附件 1.</summary>
    public required string Attachment { get; init; }

    /// <summary>What is filled in, as title of cover and table: 公共数据责任清单.</summary>
    public required string Title { get; init; }

    /// <summary>填报单位.</summary>
    public required string Unit { get; init; }

    /// <summary>Label and value on the cover: notice, deadline, telephone.</summary>
    public IReadOnlyList<(string Label, string Value)> Cover { get; init; } = [];

    /// <summary>Lines above the instructions.</summary>
    public IReadOnlyList<string> Guide { get; init; } = [];

    /// <summary>The columns to fill in; 序号 and 较上年 stand before them.</summary>
    public required IReadOnlyList<FormColumn> Columns { get; init; }

    /// <summary>Rows of the example sheet, values in the order of the columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Example { get; init; } = [];
}

/// <summary>One column to fill in.</summary>
/// <param name="Key">Its field.</param>
/// <param name="Header">Its name.</param>
/// <param name="Group">The head above it; neighbours of one group share it.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Width">Characters of a Latin digit.</param>
public sealed record FormColumn(string Key, string Header, string Group, CellType Type, double Width)
{
    /// <summary>Marked with a red asterisk.</summary>
    public bool Required { get; init; }

    /// <summary>Filled by the system, grey; what somebody writes there is not read.</summary>
    public bool Given { get; init; }

    /// <summary>What to choose from; empty for free text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True when several choices, or others than those, may be written: the list helps and does not refuse.</summary>
    public bool Open { get; init; }

    /// <summary>What to choose from depends on what another column says.</summary>
    public FormChoices? By { get; init; }

    /// <summary>The rule in words.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Written so.</summary>
    public string Right { get; init; } = "";

    /// <summary>Not written so.</summary>
    public string Wrong { get; init; } = "";
}

/// <summary>Choices that depend on another column.</summary>
/// <param name="Key">That column.</param>
/// <param name="Values">Its value → the choices, in the order of the code sheet.</param>
public sealed record FormChoices(string Key, IReadOnlyList<(string Value, IReadOnlyList<string> Choices)> Values);

/// <summary>One prefilled row.</summary>
/// <param name="Id">Comes back in the hidden column; empty for a new row.</param>
/// <param name="Change">较上年.</param>
/// <param name="Cells">The values in the order of the columns.</param>
public sealed record FormRow(string Id, string Change, IReadOnlyList<string> Cells);
