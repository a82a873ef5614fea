using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Qingdan.Platform.Database;

/// <summary>One rule for all columns: snake_case. Keys are given by <see cref="Ids.IdSource"/>, never by the engine.</summary>
internal static class ColumnNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
            {
                if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
                    property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
                if (property.IsPrimaryKey()) property.ValueGenerated = ValueGenerated.Never;
            }
    }
}
