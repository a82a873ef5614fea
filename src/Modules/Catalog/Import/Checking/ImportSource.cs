using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Merging;
using Qingdan.Catalog.Import.Rows;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Files;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Catalog.Import.Checking;

/// <summary>A batch's file, opened for one pass: rows are read, understood and put together to resources. Check and import read alike.</summary>
internal sealed class ImportSource : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly SheetChoice _choice;

    private ImportSource(FileStream file, ImportBatch batch, UnitTree tree)
    {
        var mapping = batch.ReadMapping();
        _file = file;
        _choice = batch.ReadChoice();
        Reader = new RowReader(mapping.Fields, mapping.Provider.Trim());
        Providers = new ImportProviders(tree);
        // A person's unit may have been merged into another since.
        Assembly = new FileAssembly(Providers, batch.OwnUnitOnly ? tree.Living(batch.UnitId) : 0);
    }

    public RowReader Reader { get; }

    public ImportProviders Providers { get; }

    public FileAssembly Assembly { get; }

    /// <summary>Opens the file of a batch.</summary>
    public static async Task<ImportSource> Open(FileStore files, IOrganizationDirectory organizations, ImportBatch batch, CancellationToken cancel) =>
        new(await files.Open(batch.FileId, cancel), batch, await organizations.Tree(cancel));

    /// <summary>All rows in their order. Throws <see cref="SheetException"/> where the file turns out damaged.</summary>
    public IEnumerable<(SheetRow Row, PlacedRow Placed)> Rows()
    {
        foreach (var row in SheetFile.Read(_file, _choice)) yield return (row, Assembly.Add(Reader.Read(row)));
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
