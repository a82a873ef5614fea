using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Writing;

namespace Qingdan.Records.Editions;

/// <summary>The tables of editions.</summary>
internal sealed class EditionMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Edition>().ToTable("records_editions").Property(e => e.Edit).IsConcurrencyToken();
        model.Entity<EditionFile>().ToTable("records_edition_files");
        model.Entity<EditionListRow>().ToTable("records_edition_lists").HasKey(l => new { l.EditionFileId, l.Name });
        model.Entity<EditionMark>().ToTable("records_edition_marks").HasKey(m => new { m.EditionFileId, m.List, m.Place });
        model.Entity<ToldEdition>().ToTable("records_edition_news").HasKey(t => new { t.EditionId, t.Round });
        model.Entity<EditionStep>().ToTable("records_edition_steps");
        model.Entity<Opinion>().ToTable("records_edition_opinions").Property(o => o.Edit).IsConcurrencyToken();
        model.Entity<NoOpinion>().ToTable("records_edition_no_opinions").HasKey(n => new { n.EditionId, n.Round, n.UnitId });
    }
}
