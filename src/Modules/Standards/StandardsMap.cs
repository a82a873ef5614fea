using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Database;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.LegalBases;

namespace Qingdan.Standards;

/// <summary>The module's tables.</summary>
internal sealed class StandardsMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<CalendarYear>(year => year.ToTable("standards_calendar_years").HasKey(y => y.Year));
        model.Entity<CalendarEntry>(entry => entry.ToTable("standards_calendar_days").HasKey(e => e.Day));
        model.Entity<LegalBasis>().ToTable("standards_legal_bases").Property(b => b.Edit).IsConcurrencyToken();
        model.Entity<LegalBasisClause>().ToTable("standards_legal_clauses");
        model.Entity<LawImport>().ToTable("standards_law_imports").Property(i => i.Edit).IsConcurrencyToken();
    }
}
