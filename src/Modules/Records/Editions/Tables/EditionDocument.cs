using Qingdan.Platform.Documents;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Records.Editions.Tables;

/// <summary>The edition as .docx: a cover, then each list. Of a long list the document has the beginning, and says so: a document of many thousand rows opens nowhere.</summary>
internal sealed class EditionDocument(Dictionaries dictionaries)
{
    private readonly Translator _chinese = new(dictionaries);

    /// <summary>Writes it; in Chinese, whoever fetches it.</summary>
    public async Task Run(EditionTables tables, Stream target, CancellationToken cancel)
    {
        List<DocumentTable> lists = [];
        foreach (var list in tables.Lists)
        {
            var table = await tables.Beginning(list, PrintSheetView.Most, cancel);
            lists.Add(new DocumentTable(table.Title, Note(table), table.Heads, table.Rows));
        }
        TablesFile.Write(new TablesDocument(tables.Row.Title, EditionFactLines.Of(tables, _chinese), lists), target);
    }

    private string Note(PaperTable table) => table.Total > table.Rows.Count
        ? _chinese["共 {0} 条，本文件只列前 {1} 条，其余 {2} 条见工作簿。", table.Total, table.Rows.Count, table.Total - table.Rows.Count] : _chinese["共 {0} 条", table.Total];
}
