using Microsoft.EntityFrameworkCore;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Items;
using Qingdan.Catalog.Resources;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Database;

namespace Qingdan.Catalog;

/// <summary>The catalogue's tables.</summary>
internal sealed class CatalogMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Resource>().ToTable("catalog_resources").Property(r => r.Edit).IsConcurrencyToken();
        model.Entity<Item>().ToTable("catalog_items");
        model.Entity<ResourceDraft>().ToTable("catalog_drafts").HasKey(d => d.ResourceId);
        model.Entity<ResourceVersion>().ToTable("catalog_versions");
        model.Entity<ImportBatch>().ToTable("catalog_imports").Property(b => b.Edit).IsConcurrencyToken();
        model.Entity<ImportRow>().ToTable("catalog_import_rows");
        model.Entity<ImportChange>().ToTable("catalog_import_changes");
        model.Entity<KeptMapping>().ToTable("catalog_import_mappings");
    }
}
