from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0006_persons'),
    ]

    operations = [
        migrations.AddField(
            model_name='casefile',
            name='further_claims',
            field=models.PositiveIntegerField(default=0),
        ),
    ]
