namespace Qingdan.Tests.Unit.Language;

/// <summary>The source whose Chinese is data and not a text for a person: it has no English. Each with its reason; keep it short.</summary>
internal static class ChineseData
{
    private static readonly string[] Places =
    [
        // The demo city and the page of components.
        "App/Style/", "Modules/Catalog/Demo/", "Modules/Organizations/Demo/",
        "Modules/Lists/Demands/DemandDemo", "Modules/Workflow/Cases/CaseDemo", "Modules/Workflow/Orders/OrderDemo", "Modules/Workflow/Objections/ObjectionDemo", "Modules/Workflow/Updates/UpdateDemo", "Modules/Workflow/Registers/RegisterDemo", "Modules/Exchange/Applications/ApplicationDemo", "Modules/Exchange/Mounts/MountDemo", "Modules/Lists/Negatives/NegativeDemo", "Modules/Lists/Responsibilities/ResponsibilityDemo", "Modules/Records/Rounds/RoundDemo.cs", "Modules/Records/Editions/EditionDemo.cs", "Modules/Lists/Reviews/ReviewDemo",
        // Tables of characters; words by which names of places, bodies, marks and clauses are recognised.
        "Platform/Search/TraditionalForms.cs", "Platform/Sheets/Reading/CommonCharacters.cs", "Platform/Sheets/Reading/HeaderText.cs", "Platform/Sheets/Mapping/FieldName.cs",
        "Modules/Organizations/Naming/", "Modules/Organizations/Merging/MergeProposals.cs", "Modules/Standards/Contracts/ClassificationMarks.cs", "Modules/Lists/Negatives/DecisiveWords.cs", "Modules/Catalog/Matching/NeedSpellings.cs", "Modules/Catalog/Similar/NameRoot.cs",
        "Modules/Exchange/Projection/Masking/CompoundSurnames.cs", "Modules/Exchange/Projection/Masking/AddressMask.cs",
        // Spellings of values, headers and days. The names among them are looked up by tests of their own.
        "Modules/Standards/Contracts/ValueDomains/", "Modules/Catalog/Import/Fields/ImportFields.cs", "Modules/Catalog/Import/Fields/FieldShapes.cs", "Platform/Time/DayText.cs", "Modules/Records/Contracts/Reports/RowSense.cs",
        "Modules/Standards/LegalBases/Importing/LawSpellings.cs",
        // Laws are quoted in their own words.
        "Modules/Standards/Contracts/ChineseNumber.cs", "Modules/Standards/Contracts/Anchor.cs", "Modules/Standards/Contracts/LegalBases/LegalBasis.cs", "Modules/Standards/Contracts/LegalBases/Citation.cs", "Modules/Lists/Responsibilities/ShowEntry.cs", "Modules/Lists/Generation/LawWords.cs",
        // What people fill in to get past a field.
        "Modules/Catalog/Quality/Rules/PlaceholderText.cs",
        // What is stored as it was said: the name of a column, the title of a demand, the sentence of a decision. A font.
        "Platform/Sheets/Reading/ColumnList.cs", "Modules/Lists/Demands/DemandBasket.cs", "Modules/Lists/Responsibilities/DecideChanges.cs", "Modules/Lists/Responsibilities/Rules/ApplyRules.cs", "Modules/Lists/Responsibilities/EntryChoice.cs",
        "Platform/Sheets/Writing/WorkbookStyles.cs",
        // A letter is a document in Chinese, whoever fetches it.
        "Platform/Documents/Letter.cs", "Modules/Workflow/Letters/LetterTexts.cs", "Modules/Workflow/Meetings/AgendaLetter.cs", "Modules/Workflow/Orders/OrderLetter.cs", "Modules/Workflow/Archive/ArchiveIndex.cs", "Platform/Documents/LetterFile.cs", "Platform/Documents/TablesFile.cs", "Modules/Records/Editions/Archive/EditionManifest.cs", "Modules/Records/Editions/Proofs/EntryProof.cs", "Modules/Exchange/Log/Checkpoint.cs", "Modules/Exchange/Log/Exporting/LogManifest.cs",
        // A workbook to be filled in is a document in Chinese, whoever downloads it; its samples and the marks in it.
        "Platform/Sheets/Forms/", "Platform/Sheets/Writing/SheetPen.cs", "Platform/Sheets/Receipts/ReceiptComments.cs", "Modules/Records/Rounds/Templates/ColumnText.cs", "Modules/Records/Rounds/Templates/TemplateText.cs", "Modules/Records/Rounds/Templates/RowMark.cs",
        "Modules/Records/Rounds/Returns/ReturnFile.cs",
        "Modules/Records/Contracts/Reports/ReportLayout.cs", "Modules/Lists/Responsibilities/EntrySheet.cs", "Modules/Lists/Negatives/NegativeSheet.cs", "Modules/Lists/Demands/DemandSheet.cs", "Modules/Lists/Demands/ItemsTemplate.cs", "Modules/Lists/Demands/Importing/ImportTemplate.cs", "Modules/Lists/Demands/Importing/ImportColumns.cs", "Modules/Workflow/Registers/Importing/RegisterColumns.cs", "Modules/Catalog/Reporting/ResourceSheet.cs", "Modules/Catalog/Reporting/ItemSheet.cs",
        // 「推断：有条件共享」 stands among values, which are data.
        "Modules/Catalog/Versions/ResourceContent.cs",
        // 「无条件共享（推断）」: the names are looked up by a test of their own.
        "Modules/Catalog/Search/FacetNames.cs",
    ];

    /// <summary>True for a file whose Chinese is data.</summary>
    public static bool Holds(string place) => Array.Exists(Places, p => place.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Those that no file matches any more.</summary>
    public static IEnumerable<string> Stale(IEnumerable<string> files) => Places.Where(p => !files.Any(f => f.StartsWith(p, StringComparison.Ordinal)));
}
