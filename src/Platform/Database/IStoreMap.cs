using Microsoft.EntityFrameworkCore;

namespace Qingdan.Platform.Database;

/// <summary>A module's tables. Columns are the property names in snake_case; the tables are made by the module's migrations.</summary>
public interface IStoreMap
{
    /// <summary>Adds the module's entities.</summary>
    void Build(ModelBuilder model);
}
