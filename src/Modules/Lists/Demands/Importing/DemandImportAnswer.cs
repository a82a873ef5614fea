using Qingdan.Platform.Language;

namespace Qingdan.Lists.Demands.Importing;

/// <summary>A workbook of demands for programs, and what <c>demand import --json</c> prints of it.</summary>
/// <param name="Edit">Which reading of it: whoever maps or takes it says what was seen.</param>
/// <param name="Made">Drafts that were made of it.</param>
/// <param name="Changed">Drafts that it changed.</param>
/// <param name="Figures">How many demands would become what.</param>
internal sealed record DemandImportAnswer(long Id, string FileName, bool Taken, int Edit, int Made, int Changed, PlanFigures Figures, IReadOnlyList<MappedHeader> Columns, IReadOnlyList<PlannedAnswer> Demands)
{
    /// <summary>A workbook in the asker's language.</summary>
    public static DemandImportAnswer Of(DemandImportView v, Translator t) => new(
        v.Id, v.FileName, v.Taken, v.Edit, v.Made, v.Changed,
        new(v.Plan.Count(PlanKind.New), v.Plan.Count(PlanKind.Changed), v.Plan.Count(PlanKind.Same), v.Plan.Count(PlanKind.UnderWay), v.Plan.Count(PlanKind.Faulty)),
        [.. v.Mapping.Columns.Select(c => new MappedHeader(c.Header, c.Key))],
        [.. v.Plan.Demands.Select(d => new PlannedAnswer(
            d.Row, d.Id == 0 ? null : d.Id, d.Input.Name, d.Provider, d.Input.Items.Count, d.Kind, d.Owed,
            [.. d.Faults.Select(f => new CellAnswer(f.Row, f.Header, f.Key, f.Fault.Code, t[f.Fault]))]))]);

    /// <summary>The same for a person.</summary>
    public void Print(TextWriter output, Translator t)
    {
        output.WriteLine(t["{0}：新建 {1} 件，修改 {2} 件，已有相同 {3} 件，已在办理 {4} 件，有问题 {5} 件", FileName, Figures.New, Figures.Changed, Figures.Same, Figures.UnderWay, Figures.Faulty]);
        if (Taken) output.WriteLine($"  {t["已新建 {0} 件草稿，修改 {1} 件。", Made, Changed]}");
        foreach (var fault in Demands.SelectMany(d => d.Faults)) output.WriteLine($"  {t["第 {0} 行", fault.Row]} {fault.Header} {fault.Code}: {fault.Message}");
    }
}

/// <summary>Counts by <see cref="PlanKind"/>.</summary>
internal sealed record PlanFigures(int New, int Changed, int Same, int UnderWay, int Faulty);

/// <summary>A column and the field it is read as; null for one that is not read.</summary>
internal sealed record MappedHeader(string Header, string? Field);

/// <summary>A demand of the workbook.</summary>
/// <param name="Row">Number of its first row.</param>
/// <param name="Id">The draft that it changes, or the demand it stands for already; null for a new one.</param>
/// <param name="Items">How many items it asks for.</param>
/// <param name="Owed">How many things are still owed before it can be handed in.</param>
internal sealed record PlannedAnswer(int Row, long? Id, string Name, string Provider, int Items, PlanKind Kind, int Owed, IReadOnlyList<CellAnswer> Faults);

/// <summary>What is wrong with a cell; without a header it concerns the whole row.</summary>
internal sealed record CellAnswer(int Row, string Header, string? Field, string Code, string Message);
